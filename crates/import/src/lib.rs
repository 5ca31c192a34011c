//! From the exports of other systems to reports.
