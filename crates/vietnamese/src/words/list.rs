//! The words themselves.

/// Words of two syllables that administrative reports are made of.
pub(super) const COMMON: &str = "an ninh, an toàn, ban hành, báo cáo, bằng cấp, bảo đảm, bảo hiểm, bảo mật, bảo trợ, biên bản, biên chế, biện \
    pháp, bí thư, bồi dưỡng, bồi thường, bố trí, bổ nhiệm, bổ sung, bưu chính, cam kết, cao đẳng, cá nhân, cán bộ, \
    cây xanh, cấp phát, căn cứ, cải cách, cải thiện, cảnh cáo, cận nghèo, cập nhật, chấp hành, chất lượng, chăm sóc, \
    chăn nuôi, chậm trễ, chế độ, chi tiết, chi trả, chia sẻ, chiếu sáng, chính phủ, chính quyền, chính sách, chính \
    trị, chỉ đạo, chỉ số, chỉ thị, chỉ tiêu, chỗ ở, chuyên đề, chuyên môn, chuyên mục, chuyên nghiệp, chuyên trách, \
    chuyển biến, chuyển đổi, chuyển giao, chủ động, chủ tịch, chủ trì, chủ trương, chủ yếu, chưa đạt, chương trình, \
    chức danh, chức năng, chứng chỉ, chứng nhận, chứng thực, chữ ký, chữa cháy, công an, công bố, công chức, công \
    chứng, công dân, công khai, công nghệ, công nghiệp, công tác, công văn, công việc, cơ bản, cơ cấu, cơ chế, cơ \
    quan, cơ sở, cộng đồng, cung cấp, cuộc họp, cư trú, cứu nạn, cụ thể, danh mục, danh sách, dân chủ, dân cư, dân \
    quân, dân tộc, dịch bệnh, dịch vụ, doanh nghiệp, dữ liệu, dự án, dự kiến, dự thảo, dự toán, đào tạo, đánh giá, \
    đầu tư, đất đai, đấu thầu, đẩy mạnh, đăng ký, đăng tải, đảm bảo, đại học, đề án, đề cương, đề nghị, đề xuất, \
    điều chỉnh, điều hành, điều kiện, điểm cầu, điện tử, định danh, định hướng, định kỳ, đoàn thể, đô thị, đôn đốc, \
    đồng bộ, đồng thời, đối thoại, đối tượng, đổi mới, đơn giản, đơn vị, độc lập, động viên, đúng hạn, đường bộ, gia \
    đình, giai đoạn, giao ban, giao dịch, giao quyền, giao thông, giao tiếp, giá trị, giám đốc, giám sát, giáo dục, \
    giáo viên, giải ngân, giải pháp, giải quyết, giảm nghèo, giản đơn, giới thiệu, góp ý, gương mẫu, hài lòng, hành \
    chính, hành vi, hằng năm, hạ tầng, hạn chế, hệ thống, hiện đại, hiệu lực, hiệu quả, hình thức, hoàn thành, hoàn \
    thiện, hoạt động, hòa giải, hồ sơ, hỗ trợ, hợp đồng, hợp lệ, hợp pháp, hợp tác, hộ chiếu, hộ khẩu, hộ nghèo, hộ \
    tịch, hội đồng, hội nghị, hội thảo, hội thi, hộp thư, huy động, hướng dẫn, hưởng ứng, kéo dài, kê khai, kế \
    hoạch, kế toán, kết cấu, kết hôn, kết luận, kết nối, kết quả, khai sinh, khai thác, khắc phục, khảo sát, khen \
    thưởng, khiếu nại, khiển trách, kho bạc, khoa học, khoáng sản, khó khăn, khóa học, khu dân, khu vực, khuyến \
    khích, kiến nghị, kiến thức, kiểm điểm, kiểm soát, kiểm tra, kiện toàn, kinh doanh, kinh nghiệm, kinh phí, kinh \
    tế, kịp thời, kỹ năng, kỹ thuật, kỷ cương, kỷ luật, lao động, lâm nghiệp, lấn chiếm, lãnh đạo, liên kết, liên \
    thông, liệt sĩ, linh hoạt, lĩnh vực, loa truyền, loại hình, lồng ghép, lợi ích, lộ trình, lực lượng, lý lịch, lý \
    luận, mầm non, mạng lưới, minh bạch, minh chứng, mô hình, môi trường, mức độ, mục đích, mục tiêu, nâng cao, nâng \
    cấp, năng lực, nền tảng, ngành nghề, ngân hàng, ngân sách, nghiêm túc, nghiên cứu, nghiệp vụ, nghĩa vụ, nghị \
    định, nghị quyết, ngoại ngữ, nguồn lực, nguồn vốn, nguyên nhân, người cao, người dân, người lao, nhà nước, nhà \
    ở, nhân dân, nhân lực, nhân rộng, nhận thức, nhiệm kỳ, nhiệm vụ, nhiệt tình, niêm yết, niềm tin, nông nghiệp, \
    nông thôn, nội bộ, nội dung, nội vụ, pháp luật, pháp lý, phát hành, phát hiện, phát huy, phát sinh, phát thanh, \
    phát triển, phân cấp, phân công, phân loại, phân tích, phần mềm, phần trăm, phẩm chất, phản ánh, phê duyệt, \
    phong trào, phòng cháy, phòng chống, phối hợp, phổ biến, phù hợp, phương án, phương hướng, phương thức, phương \
    tiện, phường xã, phụ lục, phụ trách, phục vụ, quan tâm, quan trọng, quá hạn, quán triệt, quân sự, quản lý, quản \
    trị, quốc phòng, quy chế, quy định, quy hoạch, quy mô, quy phạm, quy trình, quyền hạn, quyết định, quyết liệt, \
    quyết tâm, quyết toán, rà soát, rác thải, sai phạm, sáng kiến, sáng tạo, sáp nhập, sắp xếp, sản xuất, sơ cấp, sử \
    dụng, sửa đổi, sự nghiệp, tài chính, tài khoản, tài liệu, tài nguyên, tài sản, tài trợ, tác phong, tái định, \
    tăng cường, tạm dừng, tạm trú, tập huấn, tập trung, tham gia, tham mưu, tham nhũng, thanh khoản, thanh lý, thanh \
    niên, thanh toán, thanh tra, thay đổi, thay thế, thành lập, thành phần, thành phố, thành tích, thành viên, thái \
    độ, thẩm định, thẩm quyền, thạc sĩ, theo dõi, thể chế, thể hiện, thể thao, thi đua, thiên tai, thiết bị, thiết \
    thực, thí điểm, thị trấn, thị trường, thông báo, thông qua, thông suốt, thông tin, thông tư, thống kê, thống \
    nhất, thời điểm, thời gian, thời hạn, thu gom, thu hồi, thu hút, thu thập, thuận lợi, thuận tiện, thú y, thúc \
    đẩy, thủ trưởng, thủ tướng, thủ tục, thủy lợi, thư viện, thương binh, thương mại, thường trú, thường trực, \
    thường vụ, thường xuyên, thử nghiệm, thực hiện, thực phẩm, thực tế, thực thi, thực trạng, tiêm chủng, tiên tiến, \
    tiêu chí, tiêu chuẩn, tiến độ, tiến hành, tiếp cận, tiếp công, tiếp nhận, tiếp thu, tiếp tục, tiết kiệm, tiểu \
    học, tin học, tinh giản, tinh thần, tình hình, tình nguyện, tình trạng, tích cực, toàn diện, toàn trình, tồn \
    tại, tố cáo, tối đa, tổ chức, tổ trưởng, tổng hợp, tổng kết, tổng số, tờ rơi, tờ trình, tọa đàm, tra cứu, trang \
    bị, trang thiết, tranh chấp, trao đổi, trách nhiệm, trái phép, trạm y, trật tự, triển khai, triệt để, trình độ, \
    trình tự, trồng trọt, trợ cấp, trọng tâm, trung cấp, trung tâm, trung ương, truy cập, truyền thông, truyền \
    thống, trường học, trước hạn, trưởng phòng, trưởng thôn, trực thuộc, trực tiếp, trực tuyến, trụ sở, tuyên \
    truyền, tuyển dụng, tủ sách, tư pháp, tương ứng, tự chủ, tự vệ, tỷ lệ, uy tín, ủy ban, ủy quyền, ưu đãi, ứng \
    dụng, vai trò, vay vốn, văn bản, văn hóa, văn phòng, vận động, vận hành, vệ sinh, vi phạm, viên chức, việc làm, \
    viện trợ, vị trí, vướng mắc, xác thực, xây dựng, xã hội, xếp loại, xuất cảnh, xuất sắc, xử lý, xử phạt, yêu cầu, \
    ý kiến, ý thức";

/// Other words that differ from one of those in marks only.
pub(super) const OTHERS: &str = "bì thư, bọ trĩ, chi tiêu, chu kỳ, chuyển dời, chúa đất, chủ trị, công chúng, công tắc, cơ số, cần cù, cổ sơ, cỗ \
    bàn, cộng tác, cứng cáp, danh giá, diễn từ, diễu hành, dân cử, dăm bào, dữ kiện, dự liệu, giả định, hai lòng, \
    hoá giải, hội thao, khô khan, kiên nghị, lực lưỡng, màng lưới, nhãn lực, nhận thực, phản công, phản ảnh, quân \
    sư, quẫn trí, quận lỵ, thanh trà, theo đòi, thiên tài, thiết bì, thuỷ lôi, thành niên, thương vụ, thị trưởng, \
    thủ túc, thứ trưởng, thử hỏi, tiếp thụ, tiền đồ, tráo đổi, tính trạng, tạm trữ, tối dạ, ung dung, uy quyền, văn \
    hoa, văn phong, xả hơi, đinh hương, điện từ, đơn độc, đảng kỳ, đầu từ, đồ thị, đồi mồi, đời mới";

/// Syllables that are words of their own and stand beside any other: where two of them meet, no common word is meant.
pub(super) const FREE: &str = "ai ao ba ban bao bia biển buổi buộc bài bàn bày bán báo bãi bò bó bóng bút bơi bạn bản bảng bảy bẩn bắc bằng bị \
    bốn bộ bớt bởi cao chi chia cho chung chè chín chính chó chơi chưa chạy chậm chế chỉ chỗ chờ chợ con cuối cá các \
    cách cát cân câu cây còn có cùng cú cũ cơ cưới cạn cả cấp cấu cầm cần cầu cắt cống cỡ của cứ cứng do dán dân dãy \
    dòng dù dùng dưới dạng dạy dấu dọn dụng dự ghi ghế giao già giá giường giảm giấy giờ giữ giữa gà gì gạo gần gồm \
    gỗ gộp gửi hai hay hiển hiệu hoa hoặc huyện hàng hát hình hòa hơn hướng hạn học họp hỏi hồ hồi hộ hội in khi kho \
    khoai khoan khu khá khô không kia kiểu kém kênh kính ký kết kỳ lau liên loa loại luôn là làm lên lúa lý lượt lại \
    lạnh lấp lấy lần lập lắp lỗi lớn lớp lợn mua muộn mà máy mã mèo múa mương mười mềm mọi mỗi mộ một mới mở mục mức \
    nam nghề ngoài ngày ngô ngăn người ngồi ngủ nhanh nhiều nhà nhân như nhạc nhất nhận nhằm nhẹ nhỏ nhờ những nào \
    này nên nói nóng núi năm nơi nước nắm nằm nặng nếu nối nộp nữ phim phá pháo phí phòng phút phường phạm phải phấn \
    phần qua quy quyền quá quán quân quét quý quả ra rau riêng ruộng rượu rất rằng rồi rừng rửa sai san sau so song \
    suối sách sáu sông súng sạch sắn sắt sẵn sẽ số sớm sở sử sửa sự theo thi thiếu thu thua thuyền thuốc thuộc thành \
    tháng tháo thép thêm thì thôn thúc thấp thấy thật thắng thẳng thẻ thế thể thứ tin tiếp tiền tiệc treo triệu \
    trong trâu trên trước trường trả trẻ trở trừ tuy tuổi tài tàu tác tách tái tám tâm tây tên tính tôi tôm tăng tại \
    tải tỉnh tống tốt tổ tới tủ từ từng tự tỷ uống viết việc và vào vì vườn vẫn vậy vẽ về vịt vốn với vở vụ xa xe \
    xem xong xuống xây xã xét xấu xếp ít ô ăn đang đi điểm điện đo đoàn đài đào đá đáp đâu đây đã đê đó đóng đôi \
    đông đúng đơn đưa đường được đạt đảo đất đấu đầu đầy đập đắp đặt đẹp đếm đến đều để đệ đọc đối đống đồi đồng đổ \
    độ đợt đủ đứng ướt ảnh ấy ổ ở";
