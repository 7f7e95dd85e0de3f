//! Enums whose values have names, such as those that are given on the command line or in a file.

/// Defines an enum with a name for each value, so that no list of its values can miss one.
///
/// The constants `ALL` and `NAMES` are in the order of the definition; `name` gives the name of a value, and `named` the value.
macro_rules! named_enum {
    ($(#[$meta:meta])* $visible:vis enum $type:ident { $($(#[$doc:meta])* $value:ident = $name:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        $visible enum $type {
            $($(#[$doc])* $value,)+
        }

        impl $type {
            /// All values.
            $visible const ALL: [Self; Self::NAMES.len()] = [$(Self::$value),+];
            /// The names of all values.
            $visible const NAMES: &'static [&'static str] = &[$($name),+];

            /// The name.
            $visible fn name(self) -> &'static str {
                match self { $(Self::$value => $name,)+ }
            }

            /// The value with this name.
            $visible fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$value),)+ _ => None }
            }
        }
    };
}

pub(crate) use named_enum;

#[cfg(test)]
mod tests {
    named_enum! {
        /// A cardinal point.
        enum Point {
            /// Up.
            North = "north",
            /// Down.
            South = "south",
        }
    }

    #[test]
    fn a_name_and_its_value_belong_together() {
        assert_eq!(Point::NAMES, ["north", "south"]);
        assert_eq!(
            Point::ALL.map(|point| Point::named(point.name())),
            [Some(Point::North), Some(Point::South)]
        );
        assert_eq!(Point::named("North"), None);
    }
}
