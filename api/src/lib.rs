//! zhidu
