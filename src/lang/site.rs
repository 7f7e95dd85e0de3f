//! The words of the published site, and the messages about writing it.

use super::counted::FILES;
use super::{Both, Lang};

/// The words of a published site.
#[derive(Debug)]
#[expect(missing_docs, reason = "the English words of a row are its documentation")]
pub struct SiteWords {
    pub archive: Both,
    pub people: Both,
    pub by_year: Both,
    pub year_unknown: Both,
    pub skip: Both,
    pub sections: Both,
    pub pages: Both,
    pub neighbours: Both,
    pub earlier: Both,
    pub later: Both,
    pub previous: Both,
    pub next: Both,
    pub contents: Both,
    pub posts: Both,
    pub about: Both,
    pub made_with: Both,
    pub feed: Both,
    pub search: Both,
    pub search_hint: Both,
    pub no_results: Both,
    pub one_result: Both,
    pub results: Both,
    pub show_more: Both,
    pub copy: Both,
    pub copied: Both,
    pub not_copied: Both,
}

const fn both(id: &'static str, en: &'static str) -> Both {
    Both { id, en }
}

/// The words of a published site. In `results` and `show_more`, `#` stands for the number.
pub const SITE: SiteWords = SiteWords {
    archive: both("Arsip kunjungan", "Archive of visits"),
    people: both("Peserta", "People"),
    by_year: both("Kunjungan menurut tahun", "Visits by year"),
    year_unknown: both("Tahun tidak diketahui", "Year not known"),
    skip: both("Langsung ke isi", "Skip to content"),
    sections: both("Bagian situs", "Sections of the site"),
    pages: both("Halaman daftar", "Pages of the list"),
    neighbours: both("Kunjungan lain", "Other visits"),
    earlier: both("Kunjungan sebelumnya", "Earlier visit"),
    later: both("Kunjungan berikutnya", "Later visit"),
    previous: both("Sebelumnya", "Previous"),
    next: both("Berikutnya", "Next"),
    contents: both("Isi halaman", "On this page"),
    posts: both("Jabatan dari waktu ke waktu", "Posts over time"),
    about: both("Tentang catatan ini", "About this record"),
    made_with: both("Dibuat dengan", "Made with"),
    feed: both("Kunjungan terbaru", "Latest visits"),
    search: both("Cari", "Search"),
    search_hint: both(
        "Nama, tempat, topik, atau kata-kata yang diucapkan",
        "A name, a place, a topic, or words that were said",
    ),
    no_results: both("Tidak ada yang cocok.", "Nothing matches."),
    one_result: both("1 hasil", "1 result"),
    results: both("# hasil", "# results"),
    show_more: both("# lagi", "# more"),
    copy: both("Salin beserta sumbernya", "Copy with source"),
    copied: both("Tersalin", "Copied"),
    not_copied: both("Tidak dapat disalin", "Could not copy"),
};

impl Lang {
    /// A code that is neither a visit nor a statement.
    pub fn is_no_visit_or_statement(self, id: &str) -> String {
        match self {
            Self::Id => format!("{id} bukan kunjungan atau pernyataan"),
            Self::En => format!("{id} is neither a visit nor a statement"),
        }
    }

    /// A page of a list that is split over several pages.
    pub fn page_of(self, number: usize, count: usize) -> String {
        match self {
            Self::Id => format!("Halaman {} dari {}", self.number(number), self.number(count)),
            Self::En => format!("Page {} of {}", self.number(number), self.number(count)),
        }
    }

    /// All visits of a year that the home page shows in part.
    pub fn all_of_year(self, year: &str, count: usize) -> String {
        match self {
            Self::Id => format!("Semua kunjungan {year} ({})", self.number(count)),
            Self::En => format!("All visits of {year} ({})", self.number(count)),
        }
    }

    /// A site needs a folder or a file to be written to.
    pub fn site_needs_output(self) -> &'static str {
        match self {
            Self::Id => {
                "situs terdiri atas banyak berkas; sebutkan foldernya dengan --output, atau satu berkas .html untuk arsip kecil"
            }
            Self::En => {
                "a site has many files; name its folder with --output, or one .html file for a small archive"
            }
        }
    }

    /// The folder has files that no export wrote.
    pub fn site_folder_is_not_ours(self, path: &str) -> String {
        match self {
            Self::Id => format!(
                "{path} berisi berkas lain yang bukan situs dari lawat, dan tidak akan diubah; sebutkan folder baru atau folder kosong"
            ),
            Self::En => format!(
                "{path} has other files and is not a site written by lawat, so it will not be changed; name a new or an empty folder"
            ),
        }
    }

    /// A file of the site has the name of somebody's file.
    pub fn site_file_is_not_ours(self, path: &str) -> String {
        match self {
            Self::Id => format!(
                "{path} tidak ditulis oleh lawat dan tidak akan ditimpa; pindahkan atau ganti namanya"
            ),
            Self::En => {
                format!("{path} was not written by lawat and will not be overwritten; move or rename it")
            }
        }
    }

    /// A site was written.
    pub fn site_written(self, path: &str, files: usize, visits: &str) -> String {
        let files = self.counted(files, FILES);
        match self {
            Self::Id => format!("situs ditulis di {path}: {visits}, {files}"),
            Self::En => format!("wrote the site to {path}: {visits}, {files}"),
        }
    }

    /// Files of an earlier site were removed.
    pub fn site_files_removed(self, files: usize) -> String {
        let files = self.counted(files, FILES);
        match self {
            Self::Id => format!("{files} dari ekspor sebelumnya dihapus"),
            Self::En => format!("removed {files} of the previous export"),
        }
    }

    /// Parts of a site need its address.
    pub fn site_without_address(self) -> &'static str {
        match self {
            Self::Id => {
                "tanpa --base-url tidak ada peta situs, umpan Atom, alamat kanonis, dan alamat Open Graph"
            }
            Self::En => {
                "without --base-url there is no sitemap, no Atom feed, no canonical and no Open Graph address"
            }
        }
    }

    /// The address of a site is not one.
    pub fn bad_base_url(self, address: &str) -> String {
        match self {
            Self::Id => format!("{address} bukan alamat situs; tulis misalnya https://contoh.id/kunjungan/"),
            Self::En => format!(
                "{address} is not the address of a site; write for example https://example.org/visits/"
            ),
        }
    }

    /// An option of the site was given for another format.
    pub fn only_for_site(self) -> &'static str {
        match self {
            Self::Id => "--base-url hanya untuk --format site",
            Self::En => "--base-url is only for --format site",
        }
    }
}
