//! A list that rarely has more than one item.

use borsh::io::{self, Read, Write};
use std::borrow::Cow;
use std::ops::{Deref, DerefMut};
use std::slice;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

/// A list. A single item is kept in place.
#[derive(Debug, Clone)]
pub struct List<T>(Items<T>);

#[derive(Debug, Clone)]
enum Items<T> {
    One(T),
    /// None or several.
    Several(Box<[T]>),
}

impl<T> List<T> {
    /// A list of one item.
    pub fn of(item: T) -> Self {
        Self(Items::One(item))
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Items::Several(Box::default()))
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match &self.0 {
            Items::One(item) => slice::from_ref(item),
            Items::Several(items) => items,
        }
    }
}

impl<T> DerefMut for List<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        match &mut self.0 {
            Items::One(item) => slice::from_mut(item),
            Items::Several(items) => items,
        }
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(mut items: Vec<T>) -> Self {
        Self(match items.pop() {
            Some(item) if items.is_empty() => Items::One(item),
            last => {
                items.extend(last);
                Items::Several(items.into())
            }
        })
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

/// As a list of any length.
impl<T: borsh::BorshSerialize> borsh::BorshSerialize for List<T> {
    fn serialize<W: Write>(&self, writer: &mut W) -> io::Result<()> {
        borsh::BorshSerialize::serialize(&**self, writer)
    }
}

impl<T: borsh::BorshDeserialize> borsh::BorshDeserialize for List<T> {
    fn deserialize_reader<R: Read>(reader: &mut R) -> io::Result<Self> {
        let mut items = (0..u32::deserialize_reader(reader)?).map(|_| T::deserialize_reader(reader));
        match (items.len(), items.next()) {
            (1, Some(item)) => item.map(Self::of),
            (_, first) => first.into_iter().chain(items).collect::<io::Result<Vec<T>>>().map(Self::from),
        }
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<T>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_the_items_it_was_made_of() {
        for items in [vec![], vec!["a"], vec!["a", "b"], vec!["a", "b", "c"]] {
            assert_eq!(*List::from(items.clone()), *items);
        }
    }
}
