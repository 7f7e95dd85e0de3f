//! Records most of whose fields are rare: those are kept together in a box, which most records do not have.

use std::fmt;
use std::ops::{Deref, DerefMut};

use borsh::{BorshDeserialize, BorshSerialize};

/// The rare fields of a record; nothing is allocated if all are empty.
#[derive(Clone, BorshSerialize, BorshDeserialize)]
pub struct Details<T>(#[borsh(bound(deserialize = "T: BorshDeserialize + Clone"))] Option<Box<T>>);

/// Rare fields that can all be empty.
pub trait RareFields: Default + PartialEq + 'static {
    /// All of them empty.
    fn empty() -> &'static Self;
}

impl<T: RareFields> From<T> for Details<T> {
    fn from(fields: T) -> Self {
        Self((fields != *T::empty()).then(|| Box::new(fields)))
    }
}

impl<T> Default for Details<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: RareFields> Deref for Details<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or_else(|| T::empty())
    }
}

impl<T: RareFields> DerefMut for Details<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: RareFields> PartialEq for Details<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: RareFields + fmt::Debug> fmt::Debug for Details<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

/// Defines a record, its rare fields, and the form in which both are read. The fields are in the order of the format; the rare ones
/// are marked, must have a default, and are read and changed as if they were fields of the record itself.
macro_rules! record {
    ($(#[doc = $doc:literal])* $record:ident, $rare:ident, $form:ident { $($fields:tt)+ }) => {
        record!(@sort [$(#[doc = $doc])* $record, $rare, $form] [] [] [] $($fields)+);
    };
    (@sort $names:tt [$($common:tt)*] [$($rare:tt)*] [$($all:tt)*]
        $(#[doc = $doc:literal])* $(#[serde($($serde:tt)+)])? rare $field:ident: $type:ty, $($rest:tt)*
    ) => {
        record!(@sort $names
            [$($common)*]
            [$($rare)* { $(#[doc = $doc])* $field: $type }]
            [$($all)* { $(#[doc = $doc])* #[serde(default)] $(#[serde($($serde)+)])? pub(super) $field: $type }]
            $($rest)*);
    };
    (@sort $names:tt [$($common:tt)*] [$($rare:tt)*] [$($all:tt)*]
        $(#[doc = $doc:literal])* $(#[serde($($serde:tt)+)])? $field:ident: $type:ty, $($rest:tt)*
    ) => {
        record!(@sort $names
            [$($common)* { $(#[doc = $doc])* $field: $type }]
            [$($rare)*]
            [$($all)* { $(#[doc = $doc])* $(#[serde($($serde)+)])? pub(super) $field: $type }]
            $($rest)*);
    };
    (@sort [$(#[doc = $doc:literal])* $record:ident, $rare:ident, $form:ident]
        [$({ $(#[doc = $common_doc:literal])* $common:ident: $common_type:ty })+]
        [$({ $(#[doc = $rare_doc:literal])* $field:ident: $type:ty })+]
        [$({ $($all:tt)+ })+]
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, borsh::BorshSerialize, borsh::BorshDeserialize)]
        pub struct $record {
            $($(#[doc = $common_doc])* pub $common: $common_type,)+
            /// The rare fields, which are also read and changed as fields of the record itself.
            pub details: $crate::model::details::Details<$rare>,
        }

        #[doc = concat!("The rare fields of a [`", stringify!($record), "`].")]
        #[derive(Debug, Clone, PartialEq, Default, borsh::BorshSerialize, borsh::BorshDeserialize)]
        pub struct $rare {
            $($(#[doc = $rare_doc])* pub $field: $type,)+
        }

        // All fields, as they are read.
        $(#[doc = $doc])*
        #[derive(Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $form { $($($all)+,)+ }

        impl<'de> Deserialize<'de> for $record {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let form = $form::deserialize(deserializer)?;
                let details = $rare { $($field: form.$field,)+ }.into();
                Ok(Self { $($common: form.$common,)+ details })
            }
        }

        impl JsonSchema for $record {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($record).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $form::json_schema(generator)
            }
        }

        impl $crate::model::details::RareFields for $rare {
            fn empty() -> &'static Self {
                static EMPTY: std::sync::LazyLock<$rare> = std::sync::LazyLock::new($rare::default);
                &EMPTY
            }
        }

        impl std::ops::Deref for $record {
            type Target = $rare;

            fn deref(&self) -> &$rare {
                &self.details
            }
        }

        impl std::ops::DerefMut for $record {
            fn deref_mut(&mut self) -> &mut $rare {
                &mut self.details
            }
        }
    };
}

pub(super) use record;

#[cfg(test)]
mod tests {
    use crate::load::load_text;
    use crate::model::{Extra, Id, List, OneOrMore, Participant, SourceRef, Statement, Stop};

    /// An archive has many of these.
    #[test]
    fn records_are_small() {
        assert_eq!(size_of::<Extra>(), 8);
        assert_eq!([size_of::<Id>(), size_of::<List<Id>>(), size_of::<OneOrMore<Id>>()], [32; 3]);
        assert_eq!([size_of::<SourceRef>(), size_of::<List<SourceRef>>()], [64; 2]);
        assert_eq!([size_of::<Statement>(), size_of::<Participant>(), size_of::<Stop>()], [280, 352, 496]);
    }

    #[test]
    fn rare_fields_are_fields_of_the_record() {
        let text = "schema_version: '1.1'\nvisits: [{id: a, title: A, sources: [{id: s}], statements: [\
            {id: a, type: quote, text: A, sources: [s]}, {id: b, type: quote, text: A, sources: [s], context: C}]}]\n";
        let visit = load_text("a.yaml", text.into()).archive.visits[0].clone();
        let [mut without, with] = <[Statement; 2]>::try_from(visit.statements).unwrap();
        assert_eq!((without.context.as_deref(), with.context.as_deref()), (None, Some("C")));
        assert!(without.details.0.is_none() && with.details.0.is_some());
        assert_ne!(without.details, with.details);
        without.context = Some("C".to_owned());
        assert_eq!(without.details, with.details);
        without.context = None;
        assert_eq!(without.details, super::Details::default());
    }
}
