//! Syllables at the edges of words, as they stand beside punctuation in reports.

/// Syllables that end words: they stand before a comma, a full stop, a parenthesis.
pub(super) const ENDS: &str = "biến biểu biệt buổi bài bàn báo bình bước bạch bản bảng bậc bắt bằng bệnh bị bỏ bố bộ bớt chuyến chuyển chuẩn \
    chéo chính chóng chú chấm chất chậm chẽ chế chỉ chỉnh chọn chỗ chờ chủ chức chứng chữ chữa cuối cuộc cách cáo \
    câu có công cùng cũ cư cương cấp cầu cập cố cốt cộng cục của cứu cửa duyệt dài dân dòng dõi dùng dư dưới \
    dưỡng dạng dấu dẫn dịch dọc dục dụng dự dựng giá giác giải giảm giản giấy giới giờ gì gấp gọn gốc gồm gửi hiến \
    hiểu hiện hiệu hoà hoá hoạch huyện hàng hành hình hòa hóa hôn hơn hướng hạn hạng hết học họp hỏi hộ hội hợp \
    khoản khoẻ khác khích khóa không khăn khỏe khối kiếm kiến kiểu kiệm kiện kê ký kỳ liệt liệu loại luận luật là \
    làm lên lòng lúc lý lưu lương lượng lượt lại lần lập lặp lệ lỗi lộ lớn lớp lời lợi lục lực muộn máy mình móc môn \
    mưu mạng mạo mẫu mật mặt mẽ mềm mới mờ mục nghiệm nghiệp nghèo nghĩa nghệ nghị ngoại ngoặc nguồn ngành ngày ngân \
    người ngắn ngờ ngữ nhiên nhiễm nhiệm nhuận nhà nhân nhóm như nhất nhầm nhận nhập nhật nhỏ nhở niên nào này nó nô \
    nông năm năng nơi nước nại nếp nối nộp nữ phiên phiếu phá pháp phát phép phí phòng phó phút phương phường phạm \
    phần phẩm phẩy phận phố phục phủ quyết quyền quét quên quý quả quầy quận riêng ràng rôn rơi rộng soát suốt sách \
    sáng sát sót sơ sạch sản sắc sắm sẵn sẻ số sớm sở sự thiết thiếu thiện thoại thuận thuật thuế thuốc thuỷ thành \
    thác tháng thêm thôn thông thù thúc thư thường thưởng thảo thấp thấy thầu thế thể thị thống thời thủy thức thực \
    tiêu tiếp tiền toàn toán triệt truyền trách trên trì trình trí tròn trú trăm trước trường trưởng trấn trần trị \
    trọng trống trồng trợ tuyến tuyển tuần tuổi tác tâm tên tình tính túc túy tăng tư tưởng tượng tại tạo tải tầng \
    tập tật tắt tế tỉnh tịch tốt tổ tộc tới tờ tục từ tử tự viên việc viện và văn vấn vậy về vị vốn vụ vững vực \
    xuyên xuất xã xét xếp xử yết yếu án ánh ích ít đai đi điền điều điểm điện đoạn đua đài đáp đây đình đích đó đúng \
    đăng đơn đương được đạc đạo đạt đất đầu đếm đến đề đều định đọc đốc đồng đổi độ động đới đủ ấp ợc ủy";

/// Syllables that begin words: they stand behind a comma, a colon, a dash.
pub(super) const BEGINS: &str = "biên biểu biệt buổi buộc bài bám báo bãi bình bản bảo bằng bị bỏ bố bồi bổ bộ chiếm chiều chuyên chuyển chênh \
    chính chú chăn chưa chương chấm chấp chất chậm chỉ chỉnh chống chỗ chủ chức chứng chữ chữa cuối cá các cách cán \
    câu còn có công cùng cũ cũng cơ cả cải cản cảnh cấp cập cắt cộng cột cụ cục của cử diện dân dòng dùng dưới \
    dấu dịch dự giá giám giáo giúp giải giảm giấy giữa gây góp gõ gạch gấp gắn gồm gửi hiện hiệu hoà hoàn hoạt hoặc \
    huyện hài hình hòa hướng hạ hạn hết hệ học họp hồ hỗ hộ hội hợp khiển khoản khoảng khoẻ khuyết khó không khảo \
    khẩu khắc khỏe khối kiến kiểm kiện kèm kích ký kế kết kể kịp kỳ kỷ kỹ liên luân luôn luật là làm lâm lãnh lý \
    lĩnh lũy lưu lượt lấy lần lập lệ lồng lỗi lớp lời miễn máy mã mô môi mạng mất mẫu mỗi một mới mở mục mức nghiên \
    nghiệp nghỉ nghị ngoài nguyên nguồn ngành ngày ngân người ngắn nhiều nhiệm nhuận nhà nhân nhóm như nhưng nhất \
    nhận nhắc nhằm nhờ niêm nuôi nâng nên nêu nông năm năng nơi nếu nền nội nộp nữ pháp phát phân phê phí phòng phù \
    phương phường phải phản phấn phần phối phổ phụ phục quyết quyền quá quán quét quý quản quốc quỹ riêng rà rõ rút \
    rất rồi sáng sát sơ sắp sẽ số sổ sớm sở sử sửa sự thiết thiếu thuận thuế thuộc thuỷ thành thái tháng thì thôi \
    thôn thông thường thạc thấp thẩm thể thị thống thời thủ thủy thứ thừa thực tiêu tiến tiếng tiếp tiết tiền tiểu \
    toàn triển triệu truyền trách trên trình trước trưởng trạm trả trễ trọng trồng trừ trực tuyên tuyển tài tách tên \
    tích tính tăng tương tại tạm tạo tất tầm tập tỉ tỉnh tốt tồn tổ tổng tờ tức từ từng tự tỷ viên viết việc và vì \
    văn vượt vấn vận về vị vốn với xuất xác xây xã xét xếp xử yêu áp đang điều điểm đoàn đoạn đài đánh đáp đã đình \
    đóng đô đôn đúng đăng đơn đưa được đại đạt đảm đất đấu đầu đẩy đặc đặt đến đề đều để địa định đối đồng đổi đội \
    động đợt đủ ưu ước ảnh ợc ủy ứng";
