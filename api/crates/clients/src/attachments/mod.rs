//! Quotation sheets, drawings, agreements and other papers (A-CLI-25).
pub mod entity;
