//! A file of many articles in pieces of whole lines, so that several threads can read it and none holds it whole.

use super::Failure;
use super::read::{LARGEST, Unreadable};
use std::io::Read;
use std::sync::Arc;

/// The first piece is small, so that the first articles are there at once; each next one is twice as large up to the last size.
const FIRST_BYTES: usize = 16 * 1024;
const MOST_BYTES: usize = 256 * 1024;

/// Some lines of a file, each with its end.
#[derive(Debug, PartialEq)]
pub(super) struct Lines {
    pub path: Arc<str>,
    /// The number of the first line, counted from 1.
    pub first: usize,
    pub count: usize,
    pub bytes: Vec<u8>,
}

/// Reads a file piece by piece.
pub(super) struct Pieces<R> {
    path: Arc<str>,
    reader: R,
    /// What is read at a time.
    block: usize,
    /// A line of more bytes is passed over.
    longest: usize,
    /// The number of the line that comes next.
    line: usize,
    /// What has been read of that line and those behind it.
    rest: Vec<u8>,
    /// So many bytes of the rest hold no end of a line.
    looked_through: usize,
    /// The line has turned out to be too long: the rest of it is to be passed over.
    is_too_long: bool,
    is_ended: bool,
}

impl<R: Read> Pieces<R> {
    pub fn of(path: &str, reader: R) -> Self {
        Self::sized(path, reader, FIRST_BYTES, LARGEST as usize)
    }

    /// `block` is no more than `longest`.
    fn sized(path: &str, reader: R, block: usize, longest: usize) -> Self {
        let (line, rest) = (1, Vec::new());
        Self { path: path.into(), reader, block, longest, line, rest, looked_through: 0, is_too_long: false, is_ended: false }
    }

    /// Reads what is there, at most a block.
    fn fill(&mut self) -> Result<(), Failure> {
        let known = self.rest.len();
        self.rest.resize(known + self.block, 0);
        let read = self.reader.read(&mut self.rest[known..]);
        self.rest.truncate(known + *read.as_ref().unwrap_or(&0));
        match read {
            Ok(0) => self.end(),
            Ok(_) if self.line == 1 && [[0xff, 0xfe], [0xfe, 0xff]].iter().any(|mark| self.rest.starts_with(mark)) => {
                self.is_ended = true;
                return Err(self.failure(&Unreadable::Utf16));
            }
            Ok(_) => self.block = (self.block * 2).min(MOST_BYTES).min(self.longest),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => {
                self.is_ended = true;
                return Err(self.failure(&error.into()));
            }
        }
        Ok(())
    }

    /// The last line may lack its end.
    fn end(&mut self) {
        self.is_ended = true;
        if !self.rest.is_empty() || self.is_too_long {
            self.rest.push(b'\n');
        }
    }

    /// All whole lines of the rest, or the failure of the first one.
    fn cut(&mut self) -> Option<Result<Lines, Failure>> {
        let is_end = |byte: &u8| *byte == b'\n';
        let Some(end) = self.rest[self.looked_through..].iter().position(is_end).map(|at| at + self.looked_through) else {
            self.look_on();
            return None;
        };
        self.looked_through = 0;
        if self.is_too_long || end > self.longest {
            let failure = self.failure(&Unreadable::TooLarge);
            self.rest.drain(..=end);
            self.is_too_long = false;
            self.line += 1;
            return Some(Err(failure));
        }
        let last = self.rest.iter().rposition(is_end).unwrap_or(end);
        let after = self.rest.split_off(last + 1);
        let bytes = std::mem::replace(&mut self.rest, after);
        let (first, count) = (self.line, bytes.iter().filter(|byte| is_end(byte)).count());
        self.line += count;
        Some(Ok(Lines { path: self.path.clone(), first, count, bytes }))
    }

    /// The rest is the beginning of a line.
    fn look_on(&mut self) {
        if self.rest.len() > self.longest {
            self.is_too_long = true;
            self.rest = Vec::new();
        }
        self.looked_through = self.rest.len();
    }

    fn failure(&self, reason: &Unreadable) -> Failure {
        Failure { path: format!("{}:{}", self.path, self.line).into(), reason: reason.to_string().into() }
    }
}

impl<R: Read> Iterator for Pieces<R> {
    type Item = Result<Lines, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(piece) = self.cut() {
                return Some(piece);
            }
            if self.is_ended {
                return None;
            }
            if let Err(failure) = self.fill() {
                self.rest.clear();
                self.looked_through = 0;
                return Some(Err(failure));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{Strategy, any, prop, prop_assert_eq, proptest};

    /// Gives no more bytes at a time than it is told to.
    struct Trickle<'a>(&'a [u8], usize);

    impl Read for Trickle<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let most = buffer.len().min(self.1);
            self.0.read(&mut buffer[..most])
        }
    }

    /// Every line with its number, or what is said of it.
    fn lines(bytes: &[u8], at_a_time: usize, block: usize, longest: usize) -> Vec<(usize, Result<Vec<u8>, String>)> {
        let pieces = Pieces::sized("x", Trickle(bytes, at_a_time), block, longest);
        let numbered = pieces.flat_map(|piece| match piece {
            Ok(lines) => {
                let split: Vec<_> = lines.bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
                assert_eq!(split.len(), lines.count);
                (lines.first..).zip(split.into_iter().map(Ok)).collect::<Vec<_>>()
            }
            Err(failure) => {
                let number = failure.path.strip_prefix("x:").expect("the path").parse().expect("a number");
                vec![(number, Err(failure.reason.into()))]
            }
        });
        numbered.collect()
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let told = lines(b"ab\n0123456789\ncd\n01234567\n0123456789", 3, 4, 8);
        let long = || Err("larger than 1 GiB".to_string());
        let line = |text: &str| Ok(text.as_bytes().to_vec());
        assert_eq!(told, [(1, line("ab\n")), (2, long()), (3, line("cd\n")), (4, line("01234567\n")), (5, long())]);
    }

    #[test]
    fn utf_16_is_told_once() {
        let bytes: Vec<u8> = [0xff, 0xfe].into_iter().chain("{}\n{}\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(lines(&bytes, 100, 8, 100), [(1, Err("written in UTF-16, and JSON Lines are in UTF-8".to_string()))]);
    }

    proptest! {
        #[test]
        fn all_lines_come_with_their_numbers(
            text in prop::collection::vec(prop::collection::vec(any::<u8>().prop_map(|byte| byte % 128), 0..40), 0..12),
            at_a_time in 1usize..50, block in 1usize..20, more in 0usize..30, whole: bool,
        ) {
            let mut bytes = text.join(&b'\n');
            if whole { bytes.push(b'\n') }
            let longest = block + more;
            let lines_of = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
            let oracle = lines_of.split(|byte| *byte == b'\n').map(|line| match line.len() > longest {
                true => Err("larger than 1 GiB".to_string()),
                false => Ok([line, b"\n"].concat()),
            });
            let oracle: Vec<_> = if bytes.is_empty() { Vec::new() } else { (1..).zip(oracle).collect() };
            prop_assert_eq!(lines(&bytes, at_a_time, block, longest), oracle);
        }
    }
}
