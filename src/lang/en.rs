//! English.
use super::Messages;
pub(super) static MESSAGES: Messages = Messages {};
