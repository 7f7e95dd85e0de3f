//! Entry: what people type, or a sheet holds, becomes a record.
//!
//! One table has the fields of the four kinds of records that people enter (`fields`), with their labels, the headings by which sheets
//! call them, and what they take (`input`). [`Field::read`] turns a text into an answer, or says why not. [`Entry`] puts the answers
//! together: names become the ids of people, organizations and stops that are known (`known`), and those that are not known yet
//! become records, too (`record`). The command line asks for the fields one by one, the explorer shows them as a form or,
//! in an editor, as a text (`text_form`), and an import finds them in the columns of a table.

mod field;
mod fields;
mod id;
mod input;
mod kind;
mod known;
mod read;
mod record;
mod text_form;

pub use field::Field;
pub use id::id_for;
pub use input::{Input, Words};
pub use kind::Kind;
pub use known::{Known, KnownName, same_name};
pub use read::{Answer, EntryError};
pub use record::{Entry, NewRecord};
pub use text_form::{TextFormError, read_text_form, write_text_form};
