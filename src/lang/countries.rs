//! Countries: ISO 3166-1 codes and names.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Lang;
use crate::text::fold;

/// A country or territory with an ISO 3166-1 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country(&'static str);

impl Country {
    /// All countries.
    pub fn all() -> impl Iterator<Item = Self> {
        COUNTRIES.lines().map(Self)
    }

    /// The country with a code or a name, in any case and in any of the languages.
    pub fn called(word: &str) -> Option<Self> {
        static BY_WORD: LazyLock<HashMap<String, Country>> = LazyLock::new(|| {
            let words = |it: Country| [it.code(), it.long_code()].into_iter().chain(it.names());
            // Of two countries with a word, the first one has it.
            let all: Vec<Country> = Country::all().collect();
            all.into_iter().rev().flat_map(|it| words(it).map(move |word| (fold(word), it))).collect()
        });
        BY_WORD.get(&fold(word.trim())).copied()
    }

    /// The country with a code of two or three letters, in any case.
    pub fn with_code(code: &str) -> Option<Self> {
        let is_one = |it: &Self| [it.code(), it.long_code()].iter().any(|it| it.eq_ignore_ascii_case(code));
        Self::called(code).filter(is_one)
    }

    /// The two-letter code.
    pub fn code(self) -> &'static str {
        self.parts().0
    }

    /// The three-letter code.
    pub fn long_code(self) -> &'static str {
        self.parts().1
    }

    /// The English and Indonesian names, and further names in use.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        self.parts().2.split('|')
    }

    /// The name in a language.
    pub fn name(self, lang: Lang) -> &'static str {
        let [english, indonesian] = [self.names().next(), self.names().nth(1)];
        let name = if lang == Lang::Id { indonesian.or(english) } else { english };
        name.unwrap_or_default()
    }

    fn parts(self) -> (&'static str, &'static str, &'static str) {
        let mut parts = self.0.splitn(3, ' ');
        let mut part = || parts.next().unwrap_or_default();
        (part(), part(), part())
    }
}

/// Per country: both codes, then the names.
const COUNTRIES: &str = "\
AF AFG Afghanistan|Afganistan
AX ALA Åland Islands|Kepulauan Åland
AL ALB Albania|Albania
DZ DZA Algeria|Aljazair
AS ASM American Samoa|Samoa Amerika
AD AND Andorra|Andorra
AO AGO Angola|Angola
AI AIA Anguilla|Anguilla
AQ ATA Antarctica|Antarktika
AG ATG Antigua and Barbuda|Antigua dan Barbuda
AR ARG Argentina|Argentina
AM ARM Armenia|Armenia
AW ABW Aruba|Aruba
AU AUS Australia|Australia
AT AUT Austria|Austria
AZ AZE Azerbaijan|Azerbaijan
BS BHS Bahamas|Bahama
BH BHR Bahrain|Bahrain
BD BGD Bangladesh|Bangladesh
BB BRB Barbados|Barbados
BY BLR Belarus|Belarus
BE BEL Belgium|Belgia
BZ BLZ Belize|Belize
BJ BEN Benin|Benin
BM BMU Bermuda|Bermuda
BT BTN Bhutan|Bhutan
BO BOL Bolivia|Bolivia
BQ BES Caribbean Netherlands|Belanda Karibia|Bonaire, Sint Eustatius and Saba
BA BIH Bosnia and Herzegovina|Bosnia dan Herzegovina
BW BWA Botswana|Botswana
BV BVT Bouvet Island|Pulau Bouvet
BR BRA Brazil|Brasil
IO IOT British Indian Ocean Territory|Wilayah Inggris di Samudra Hindia
BN BRN Brunei|Brunei|Brunei Darussalam
BG BGR Bulgaria|Bulgaria
BF BFA Burkina Faso|Burkina Faso
BI BDI Burundi|Burundi
CV CPV Cape Verde|Tanjung Verde|Cabo Verde
KH KHM Cambodia|Kamboja
CM CMR Cameroon|Kamerun
CA CAN Canada|Kanada
KY CYM Cayman Islands|Kepulauan Cayman
CF CAF Central African Republic|Republik Afrika Tengah
TD TCD Chad|Chad
CL CHL Chile|Cile|Chili
CN CHN China|Tiongkok|Cina|Republik Rakyat Tiongkok|RRT
CX CXR Christmas Island|Pulau Natal
CC CCK Cocos (Keeling) Islands|Kepulauan Cocos (Keeling)
CO COL Colombia|Kolombia
KM COM Comoros|Komoro
CG COG Congo|Kongo|Congo-Brazzaville|Republik Kongo
CD COD Democratic Republic of the Congo|Republik Demokratik Kongo|Congo-Kinshasa
CK COK Cook Islands|Kepulauan Cook
CR CRI Costa Rica|Kosta Rika
CI CIV Côte d’Ivoire|Pantai Gading|Ivory Coast
HR HRV Croatia|Kroasia
CU CUB Cuba|Kuba
CW CUW Curaçao|Curaçao
CY CYP Cyprus|Siprus
CZ CZE Czechia|Ceko|Czech Republic|Republik Ceko
DK DNK Denmark|Denmark
DJ DJI Djibouti|Jibuti
DM DMA Dominica|Dominika
DO DOM Dominican Republic|Republik Dominika
EC ECU Ecuador|Ekuador
EG EGY Egypt|Mesir
SV SLV El Salvador|El Salvador
GQ GNQ Equatorial Guinea|Guinea Khatulistiwa
ER ERI Eritrea|Eritrea
EE EST Estonia|Estonia
SZ SWZ Eswatini|Eswatini|Swaziland
ET ETH Ethiopia|Etiopia
FK FLK Falkland Islands|Kepulauan Falkland
FO FRO Faroe Islands|Kepulauan Faroe
FJ FJI Fiji|Fiji
FI FIN Finland|Finlandia
FR FRA France|Prancis|Perancis
GF GUF French Guiana|Guyana Prancis
PF PYF French Polynesia|Polinesia Prancis
TF ATF French Southern Territories|Wilayah Selatan Prancis
GA GAB Gabon|Gabon
GM GMB Gambia|Gambia
GE GEO Georgia|Georgia
DE DEU Germany|Jerman
GH GHA Ghana|Ghana
GI GIB Gibraltar|Gibraltar
GR GRC Greece|Yunani
GL GRL Greenland|Greenland
GD GRD Grenada|Grenada
GP GLP Guadeloupe|Guadeloupe
GU GUM Guam|Guam
GT GTM Guatemala|Guatemala
GG GGY Guernsey|Guernsey
GN GIN Guinea|Guinea
GW GNB Guinea-Bissau|Guinea-Bissau
GY GUY Guyana|Guyana
HT HTI Haiti|Haiti
HM HMD Heard Island and McDonald Islands|Pulau Heard dan Kepulauan McDonald
VA VAT Vatican City|Vatikan|Holy See|Takhta Suci
HN HND Honduras|Honduras
HK HKG Hong Kong|Hong Kong
HU HUN Hungary|Hungaria
IS ISL Iceland|Islandia
IN IND India|India
ID IDN Indonesia|Indonesia
IR IRN Iran|Iran
IQ IRQ Iraq|Irak
IE IRL Ireland|Irlandia
IM IMN Isle of Man|Pulau Man
IL ISR Israel|Israel
IT ITA Italy|Italia
JM JAM Jamaica|Jamaika
JP JPN Japan|Jepang
JE JEY Jersey|Jersey
JO JOR Jordan|Yordania
KZ KAZ Kazakhstan|Kazakhstan
KE KEN Kenya|Kenya
KI KIR Kiribati|Kiribati
KP PRK North Korea|Korea Utara
KR KOR South Korea|Korea Selatan|Republic of Korea|Korsel
KW KWT Kuwait|Kuwait
KG KGZ Kyrgyzstan|Kirgizstan
LA LAO Laos|Laos
LV LVA Latvia|Latvia
LB LBN Lebanon|Lebanon
LS LSO Lesotho|Lesotho
LR LBR Liberia|Liberia
LY LBY Libya|Libya
LI LIE Liechtenstein|Liechtenstein
LT LTU Lithuania|Lituania
LU LUX Luxembourg|Luksemburg
MO MAC Macao|Makau|Macau
MG MDG Madagascar|Madagaskar
MW MWI Malawi|Malawi
MY MYS Malaysia|Malaysia
MV MDV Maldives|Maladewa
ML MLI Mali|Mali
MT MLT Malta|Malta
MH MHL Marshall Islands|Kepulauan Marshall
MQ MTQ Martinique|Martinik
MR MRT Mauritania|Mauritania
MU MUS Mauritius|Mauritius
YT MYT Mayotte|Mayotte
MX MEX Mexico|Meksiko
FM FSM Micronesia|Mikronesia
MD MDA Moldova|Moldova
MC MCO Monaco|Monako
MN MNG Mongolia|Mongolia
ME MNE Montenegro|Montenegro
MS MSR Montserrat|Montserrat
MA MAR Morocco|Maroko
MZ MOZ Mozambique|Mozambik
MM MMR Myanmar|Myanmar|Burma|Birma
NA NAM Namibia|Namibia
NR NRU Nauru|Nauru
NP NPL Nepal|Nepal
NL NLD Netherlands|Belanda|Holland
NC NCL New Caledonia|Kaledonia Baru
NZ NZL New Zealand|Selandia Baru
NI NIC Nicaragua|Nikaragua
NE NER Niger|Niger
NG NGA Nigeria|Nigeria
NU NIU Niue|Niue
NF NFK Norfolk Island|Kepulauan Norfolk
MK MKD North Macedonia|Makedonia Utara
MP MNP Northern Mariana Islands|Kepulauan Mariana Utara
NO NOR Norway|Norwegia
OM OMN Oman|Oman
PK PAK Pakistan|Pakistan
PW PLW Palau|Palau
PS PSE Palestine|Palestina
PA PAN Panama|Panama
PG PNG Papua New Guinea|Papua Nugini
PY PRY Paraguay|Paraguay
PE PER Peru|Peru
PH PHL Philippines|Filipina
PN PCN Pitcairn|Kepulauan Pitcairn
PL POL Poland|Polandia
PT PRT Portugal|Portugal
PR PRI Puerto Rico|Puerto Riko
QA QAT Qatar|Qatar
RE REU Réunion|Réunion
RO ROU Romania|Rumania
RU RUS Russia|Rusia
RW RWA Rwanda|Rwanda
BL BLM Saint Barthélemy|Saint Barthélemy
SH SHN Saint Helena|Saint Helena
KN KNA Saint Kitts and Nevis|Saint Kitts dan Nevis
LC LCA Saint Lucia|Saint Lucia
MF MAF Saint Martin|Saint Martin
PM SPM Saint Pierre and Miquelon|Saint Pierre dan Miquelon
VC VCT Saint Vincent and the Grenadines|Saint Vincent dan Grenadine
WS WSM Samoa|Samoa
SM SMR San Marino|San Marino
ST STP São Tomé and Príncipe|São Tomé dan Príncipe
SA SAU Saudi Arabia|Arab Saudi
SN SEN Senegal|Senegal
RS SRB Serbia|Serbia
SC SYC Seychelles|Seychelles
SL SLE Sierra Leone|Sierra Leone
SG SGP Singapore|Singapura
SX SXM Sint Maarten|Sint Maarten
SK SVK Slovakia|Slovakia|Slowakia
SI SVN Slovenia|Slovenia
SB SLB Solomon Islands|Kepulauan Solomon
SO SOM Somalia|Somalia
ZA ZAF South Africa|Afrika Selatan|Afsel
GS SGS South Georgia and the South Sandwich Islands|Georgia Selatan dan Kepulauan Sandwich Selatan
SS SSD South Sudan|Sudan Selatan
ES ESP Spain|Spanyol
LK LKA Sri Lanka|Sri Lanka
SD SDN Sudan|Sudan
SR SUR Suriname|Suriname
SJ SJM Svalbard and Jan Mayen|Svalbard dan Jan Mayen
SE SWE Sweden|Swedia
CH CHE Switzerland|Swiss
SY SYR Syria|Suriah
TW TWN Taiwan|Taiwan
TJ TJK Tajikistan|Tajikistan
TZ TZA Tanzania|Tanzania
TH THA Thailand|Thailand|Muangthai
TL TLS Timor-Leste|Timor Leste|East Timor
TG TGO Togo|Togo
TK TKL Tokelau|Tokelau
TO TON Tonga|Tonga
TT TTO Trinidad and Tobago|Trinidad dan Tobago
TN TUN Tunisia|Tunisia
TR TUR Türkiye|Turki|Turkey|Turkiye
TM TKM Turkmenistan|Turkmenistan
TC TCA Turks and Caicos Islands|Kepulauan Turks dan Caicos
TV TUV Tuvalu|Tuvalu
UG UGA Uganda|Uganda
UA UKR Ukraine|Ukraina
AE ARE United Arab Emirates|Uni Emirat Arab|UEA
GB GBR United Kingdom|Inggris|Britania Raya|Great Britain|UK
US USA United States|Amerika Serikat|United States of America|Amerika|America
UM UMI United States Minor Outlying Islands|Kepulauan Terluar Kecil Amerika Serikat
UY URY Uruguay|Uruguay
UZ UZB Uzbekistan|Uzbekistan
VU VUT Vanuatu|Vanuatu
VE VEN Venezuela|Venezuela
VN VNM Vietnam|Vietnam|Viet Nam
VG VGB British Virgin Islands|Kepulauan Virgin Britania Raya
VI VIR U.S. Virgin Islands|Kepulauan Virgin Amerika Serikat
WF WLF Wallis and Futuna|Wallis dan Futuna
EH ESH Western Sahara|Sahara Barat
YE YEM Yemen|Yaman
ZM ZMB Zambia|Zambia
ZW ZWE Zimbabwe|Zimbabwe";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_complete() {
        assert_eq!(Country::all().count(), 249);
        for country in Country::all() {
            assert_eq!((country.code().len(), country.long_code().len()), (2, 3), "{country:?}");
            assert!(
                country.names().count() > 1 && country.names().all(|name| !name.is_empty()),
                "{country:?}"
            );
        }
        let japan = Country::all().find(|it| it.code() == "JP").expect("Japan");
        assert_eq!((japan.long_code(), japan.names().collect::<Vec<_>>()), ("JPN", vec!["Japan", "Jepang"]));
    }
}
