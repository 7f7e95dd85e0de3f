//! The header of a sitting: its title, its day, its place, and the transcript that was digitized.

use serde_yaml::Mapping;

use crate::import::documents::fields::{Fields, date};
use crate::import::documents::ids::Ids;
use crate::import::documents::transcript::address;
use crate::import::documents::xml::Element;

/// What a header says.
pub(super) struct Header<'a> {
    header: &'a Element,
    language: Option<&'a str>,
}

impl<'a> Header<'a> {
    pub(super) fn new(header: &'a Element, language: Option<&'a str>) -> Self {
        Self { header, language }
    }

    /// The title of the sitting: its own, not that of the corpus.
    pub(super) fn title(&self) -> Option<String> {
        let title = |kind: &'static str| self.titles().filter(move |it| it.attribute("type") == Some(kind));
        let of = |kind| in_language(title(kind), self.language);
        of("sub")
            .or_else(|| of("main"))
            .or_else(|| in_language(self.titles(), self.language))
            .map(Element::text)
    }

    /// The same title in English, if the document has it.
    pub(super) fn title_en(&self) -> Option<String> {
        if self.language == Some("en") {
            return None;
        }
        let subtitles = self.titles().filter(|it| it.attribute("type") == Some("sub"));
        subtitles.into_iter().find(|it| it.attribute("lang") == Some("en")).map(Element::text)
    }

    fn titles(&self) -> impl Iterator<Item = &'a Element> {
        let statement = self.header.at(&["fileDesc", "titleStmt"]);
        statement.into_iter().flat_map(|it| it.all("title"))
    }

    /// The day of the sitting.
    pub(super) fn day(&self) -> Option<String> {
        let setting = self.header.at(&["profileDesc", "settingDesc", "setting", "date"]);
        setting.and_then(day_of).or_else(|| day_of(self.source()?.at(&["date"])?))
    }

    /// The place of the sitting, as a stop.
    pub(super) fn stop(&self) -> Option<Mapping> {
        let setting = self.header.at(&["profileDesc", "settingDesc", "setting"])?;
        let named = |kind: &'static str| {
            in_language(
                setting.all("name").filter(move |it| it.attribute("type") == Some(kind)),
                self.language,
            )
        };
        let city = named("city").or_else(|| named("place")).map(Element::text);
        let building =
            named("building").or_else(|| named("org")).or_else(|| named("institution")).map(Element::text);
        let country = named("country").map(|it| it.attribute("key").map_or_else(|| it.text(), str::to_owned));
        let name = building.or_else(|| city.clone())?;
        let place = Fields::default().maybe("locality", city.as_deref()).maybe("country", country.as_deref());
        let fields = Fields::with_id(&Ids::default().of_name(&name)).text("name", &name);
        Some(fields.value("place", place.done().into()).done())
    }

    /// The fields of the source.
    pub(super) fn source_fields(&self) -> Fields {
        let Some(source) = self.source() else { return Fields::default() };
        let titles: Vec<&Element> = source.all("title").collect();
        let of = |kind: &'static str| {
            let of_kind = titles.iter().copied().filter(move |it| it.attribute("type") == Some(kind));
            in_language(of_kind, self.language)
        };
        let title =
            of("sub").or_else(|| of("main")).or_else(|| in_language(titles.iter().copied(), self.language));
        let publisher = in_language(source.all("publisher"), self.language).map(Element::text);
        let day = source.at(&["date"]).and_then(day_of);
        let fields = Fields::default().maybe("title", title.map(Element::text).as_deref());
        let fields = fields.maybe("publisher", publisher.as_deref()).maybe("date", day.as_deref());
        let identifier = source.all("idno").next().map(Element::text);
        let license = self.header.at(&["fileDesc", "publicationStmt", "availability", "licence"]);
        let license = license.map(|it| it.attribute("target").map_or_else(|| it.text(), str::to_owned));
        let fields = address(fields, identifier.as_deref().filter(|it| !it.is_empty()));
        fields.maybe("language", self.language).maybe("license", license.as_deref())
    }

    fn source(&self) -> Option<&'a Element> {
        self.header.at(&["fileDesc", "sourceDesc", "bibl"])
    }
}

/// The day or days of an element.
fn day_of(element: &Element) -> Option<String> {
    let span = element.attribute("from").zip(element.attribute("to"));
    let span =
        span.and_then(|(from, to)| date(&if from == to { from.to_owned() } else { format!("{from}/{to}") }));
    element.attribute("when").and_then(date).or(span)
}

/// The element in a language, else in none, else the first.
pub(super) fn in_language<'a>(
    elements: impl Iterator<Item = &'a Element>,
    language: Option<&str>,
) -> Option<&'a Element> {
    let all: Vec<&Element> = elements.collect();
    let by = |wanted: Option<&str>| all.iter().copied().find(|it| it.attribute("lang") == wanted);
    language.and_then(|wanted| by(Some(wanted))).or_else(|| by(None)).or_else(|| all.first().copied())
}
