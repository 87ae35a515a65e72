//! The feed reader, given the same articles as a feed from a file, and its own cache of them.

use super::corpus::dispatches;
use super::explorer::until;
use super::ground::{Ground, SEED};
use super::process::{Home, is_here, run};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::time::Duration;

/// With more articles it takes minutes to start.
const MOST: usize = 100_000;
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Wire</title>\
                    <link>https://news.example/</link><description>News</description>";

/// It has read its feed once.
pub struct Newsboat {
    home: Home,
}

impl Newsboat {
    /// When it is here and the corpus is not too large for it.
    pub fn fed(ground: &Ground) -> Option<Self> {
        if !is_here("newsboat") || ground.articles > MOST {
            return None;
        }
        let newsboat = Self { home: ground.home("newsboat") };
        newsboat.feed(ground.articles).expect("room for a feed");
        run(&mut newsboat.home.program("newsboat", &["-x", "reload"]));
        Some(newsboat)
    }

    /// Until its first screen stands, the list of feeds.
    pub fn open(&self) -> Duration {
        until(&self.home, "newsboat", &[], |screen| screen.contains("Wire"))
    }

    fn feed(&self, articles: usize) -> io::Result<()> {
        let folder = self.home.0.join(".newsboat");
        fs::create_dir_all(&folder)?;
        let feed = folder.join("feed.xml");
        fs::write(folder.join("urls"), format!("file://{}\n", feed.display()))?;
        fs::write(folder.join("config"), "max-items 0\n")?;
        write_feed(&feed, articles)
    }
}

fn write_feed(path: &Path, articles: usize) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    out.write_all(HEAD.as_bytes())?;
    for dispatch in dispatches(articles, SEED) {
        let (number, title, text) = (dispatch.number, &dispatch.title.text, &dispatch.body.text);
        // Nothing in a dispatch is markup.
        write!(out, "<item><title>{title}</title><guid>{number}</guid><link>https://news.example/{number}</link>")?;
        write!(out, "<description>{text}</description></item>")?;
    }
    out.write_all(b"</channel></rss>")?;
    out.flush()
}
