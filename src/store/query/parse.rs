//! Tokens to an expression: `|` binds weakest, then standing side by side, then `-`.

use super::lex::{Placed, Token, lex};
use super::{Days, Expression, How, Kinds, Mark, Needle, Parsed, Pattern, Problem, Query, Term};
use crate::model::{Date, Kind};
use crate::text::{Case, Span, folded};

/// Parentheses within parentheses; deeper ones are not read.
const DEEPEST: usize = 32;

#[derive(Copy, Clone)]
enum Field {
    Entity(Kinds),
    Said,
    Quote,
    Title,
    Source,
    By,
    After,
    Before,
    On,
    Is,
    Tag,
}

/// Whole words of the fields and their shortest forms: anything between the two is understood.
const FIELDS: &[(&str, &str, Field)] = &[
    ("actor", "a", Field::Entity(Kinds::Actors)),
    ("group", "g", Field::Entity(Kinds::Only(Kind::Group))),
    ("place", "p", Field::Entity(Kinds::Only(Kind::Place))),
    ("person", "pe", Field::Entity(Kinds::Only(Kind::Person))),
    ("said", "s", Field::Said),
    ("quote", "q", Field::Quote),
    ("title", "t", Field::Title),
    ("source", "so", Field::Source),
    ("by", "b", Field::By),
    ("after", "af", Field::After),
    ("before", "be", Field::Before),
    ("on", "o", Field::On),
    ("is", "i", Field::Is),
    ("tag", "ta", Field::Tag),
];

fn field(word: &str) -> Option<Field> {
    let word = word.to_ascii_lowercase();
    FIELDS.iter().find(|(whole, shortest, _)| whole.starts_with(&word) && word.len() >= shortest.len()).map(|&(_, _, field)| field)
}

pub(super) fn parse(text: &str, today: Date) -> Parsed {
    let tokens = lex(text, |word| field(word).is_some());
    let mut parser = Parser { tokens, at: 0, depth: 0, today, problems: Vec::new() };
    let mut expression = parser.either();
    while let Some((_, span)) = parser.next() {
        parser.problem(span, "no parenthesis is open");
        expression = join(vec![expression, parser.either()], Expression::All);
    }
    Parsed { query: Query { expression }, problems: parser.problems }
}

struct Parser {
    tokens: Vec<Placed>,
    at: usize,
    depth: usize,
    today: Date,
    problems: Vec<Problem>,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    fn next(&mut self) -> Option<Placed> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    /// Something cannot be read.
    fn problem(&mut self, span: Span, reason: &'static str) {
        self.problems.push(Problem { span, reason, waits: false });
    }

    /// Something is still to come.
    fn waits(&mut self, span: Span, reason: &'static str) {
        self.problems.push(Problem { span, reason, waits: true });
    }

    /// `a | b`
    fn either(&mut self) -> Expression {
        let mut parts = vec![self.together()];
        while self.peek() == Some(&Token::Or) {
            let Some((_, span)) = self.next() else { break };
            let right = self.together();
            if [parts.last(), Some(&right)].into_iter().flatten().any(is_everything) {
                self.waits(span, "something is wanted on both sides");
            }
            parts.push(right);
        }
        parts.retain(|part| !is_everything(part));
        join(parts, Expression::Any)
    }

    /// `a b`
    fn together(&mut self) -> Expression {
        let mut parts = Vec::new();
        while !matches!(self.peek(), None | Some(Token::Or | Token::Close)) {
            parts.push(self.one());
        }
        parts.retain(|part| !is_everything(part));
        join(parts, Expression::All)
    }

    /// A term, a group, or either of them excluded.
    fn one(&mut self) -> Expression {
        let Some((token, span)) = self.next() else { return Expression::Everything };
        match token {
            Token::Not => self.excluded(span),
            Token::Open => self.group(span),
            Token::Field(word) => self.field(&word, span),
            token => self.bare(&token).map_or_else(|| self.unread(span), Expression::Term),
        }
    }

    fn unread(&mut self, span: Span) -> Expression {
        self.problem(span, "this expression cannot be read");
        Expression::Everything
    }

    fn excluded(&mut self, minus: Span) -> Expression {
        let touches = self
            .tokens
            .get(self.at)
            .is_some_and(|(token, span)| span.start == minus.end && !matches!(token, Token::Or | Token::Close | Token::Not));
        let what = if touches { self.one() } else { Expression::Everything };
        if is_everything(&what) {
            self.waits(minus, "what is to be left out?");
            return Expression::Everything;
        }
        Expression::Not(Box::new(what))
    }

    /// `(…)`; one that is not closed yet ends with the text.
    fn group(&mut self, open: Span) -> Expression {
        if self.depth == DEEPEST {
            self.problem(open, "too many parentheses");
            return Expression::Everything;
        }
        self.depth += 1;
        let inner = self.either();
        self.depth -= 1;
        if self.peek() == Some(&Token::Close) {
            self.at += 1;
        }
        if is_everything(&inner) {
            self.waits(open, "nothing stands in the parentheses yet");
        }
        inner
    }

    fn field(&mut self, word: &str, span: Span) -> Expression {
        let Some(field) = field(word) else { return Expression::Everything };
        let value = self.tokens.get(self.at).filter(|(token, value)| value.start == span.end && is_value(token)).cloned();
        let Some((value, value_span)) = value else {
            self.waits(span, "a value is wanted");
            return Expression::Everything;
        };
        self.at += 1;
        match self.term(field, &value) {
            Ok(term) => Expression::Term(term),
            Err(reason) => {
                self.problem(Span { start: span.start, end: value_span.end }, reason);
                Expression::Everything
            }
        }
    }

    fn term(&self, field: Field, value: &Token) -> Result<Term, &'static str> {
        let needle = || needle(value).ok_or("a word is wanted");
        let date = |days: fn(&str, Date) -> Option<Days>| days(written(value), self.today).map(Term::Days);
        let no_date = "a date is wanted: 2017, 2017-06, 2017-06-04 or 30d";
        match field {
            Field::Entity(kinds) => Ok(Term::Entity(kinds, needle()?)),
            Field::Said => Ok(Term::Said(needle()?)),
            Field::Title => Ok(Term::Title(needle()?)),
            Field::Source => Ok(Term::Source(needle()?)),
            Field::By => Ok(Term::By(needle()?)),
            Field::Quote => pattern(value).map(Term::Quote).ok_or("words are wanted"),
            Field::After => date(Days::after).ok_or(no_date),
            Field::Before => date(Days::before).ok_or(no_date),
            Field::On => date(Days::on).ok_or(no_date),
            Field::Is => mark(written(value)).map(Term::Mark).ok_or("one of read, unread, starred, noted, tagged is wanted"),
            Field::Tag => Ok(Term::Tag(needle()?)),
        }
    }

    fn bare(&self, token: &Token) -> Option<Term> {
        match token {
            Token::Word(_) => needle(token).map(Term::Word),
            Token::Quoted { .. } | Token::Regex(_) => pattern(token).map(Term::Text),
            _ => None,
        }
    }
}

/// Whole words only: of `un` it cannot be told what it will be.
fn mark(word: &str) -> Option<Mark> {
    match word.to_ascii_lowercase().as_str() {
        "read" => Some(Mark::Read),
        "unread" => Some(Mark::Unread),
        "starred" => Some(Mark::Starred),
        "noted" => Some(Mark::Noted),
        "tagged" => Some(Mark::Tagged),
        _ => None,
    }
}

fn is_everything(expression: &Expression) -> bool {
    matches!(expression, Expression::Everything)
}

fn join(mut parts: Vec<Expression>, many: impl Fn(Vec<Expression>) -> Expression) -> Expression {
    parts.retain(|part| !is_everything(part));
    match parts.len() {
        0 => Expression::Everything,
        1 => parts.remove(0),
        _ => many(parts),
    }
}

fn is_value(token: &Token) -> bool {
    matches!(token, Token::Word(_) | Token::Quoted { .. } | Token::Regex(_))
}

fn written(token: &Token) -> &str {
    match token {
        Token::Word(text) | Token::Regex(text) | Token::Quoted { words: text, .. } => text,
        _ => "",
    }
}

fn pattern(token: &Token) -> Option<Pattern> {
    match token {
        Token::Regex(source) => Pattern::regex(source),
        Token::Quoted { words, closed } => Pattern::words(words, *closed),
        Token::Word(word) => Pattern::words(word, false),
        _ => None,
    }
}

/// A word with its signs (`'exact`, `^prefix`, `suffix$`) taken off.
fn needle(token: &Token) -> Option<Needle> {
    let text = written(token);
    let exact = text.strip_prefix('\'').filter(|rest| !rest.ends_with('\''));
    let prefix = exact.unwrap_or(text).strip_prefix('^');
    let rest = prefix.or(exact).unwrap_or(text);
    let suffix = rest.strip_suffix('$');
    let how = match (token, prefix.is_some(), suffix.is_some()) {
        (Token::Quoted { closed: true, .. }, ..) | (_, true, true) => How::Phrase,
        (_, true, false) => How::Prefix,
        (_, false, true) => How::Suffix,
        _ if exact.is_some() || matches!(token, Token::Quoted { .. }) => How::Exact,
        _ => How::Fuzzy,
    };
    let word = folded(suffix.unwrap_or(rest), Case::Lower).trim().to_string();
    (!word.is_empty()).then_some(Needle { how, word })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<(&str, &'static str)> {
        let today = Date::constant(2017, 6, 30);
        parse(text, today).problems.into_iter().map(|problem| (problem.span.of(text), problem.reason)).collect()
    }

    #[test]
    fn half_typed_input_is_underlined_where_it_cannot_be_read() {
        for (text, underlined) in [
            ("place:", "place:"),
            ("a |", "|"),
            ("| a", "|"),
            ("a -", "-"),
            ("after:20", "after:20"),
            ("/(/", "/(/"),
            ("()", "("),
            ("a )", ")"),
            ("is:un", "is:un"),
            ("tag:", "tag:"),
        ] {
            assert_eq!(problems(text).iter().map(|(part, _)| *part).collect::<Vec<_>>(), [underlined], "{text}");
        }
    }

    #[test]
    fn whole_input_and_what_can_be_completed_has_no_problem() {
        for text in [
            "",
            "qam",
            "place:qam",
            "\"not closed",
            "(a | b",
            "p:\"deir ez",
            "-a",
            "http://x",
            "10:30",
            "after:2017-06",
            "on:30d",
            "'a",
            "^a",
            "a$",
            "well-known",
            "is:unread",
            "i:Starred",
            "tag:fl",
            "tag:\"to re",
        ] {
            assert_eq!(problems(text), [], "{text}");
        }
    }

    #[test]
    fn deep_nesting_is_no_danger() {
        let text = "(".repeat(100_000);
        assert!(!problems(&text).is_empty());
    }
}
