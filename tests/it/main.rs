//! The tests that run the house as its users do.
