//! Reads JSON.
//!
//! Apart because stored values, backups, articles and questions are all read here, one way for
//! them all: a reader made for each type, as `serde` has it, is a tenth of what a reader of the
//! page would have to fetch.

use std::fmt;
use std::str::FromStr;

/// Deeper than anything of ours: a text from outside may not use up the stack.
const DEEPEST: usize = 32;

/// A value, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Json {
    line: usize,
    value: Value,
}

/// Why a text, or a value in it, could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct JsonError {
    /// The line it stands in, counted from 1.
    pub(crate) line: usize,
    /// What is wrong there.
    pub(crate) fault: Fault,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The text ends too soon.
    End,
    /// It is not JSON.
    Syntax,
    /// It is JSON of another shape.
    Shape,
}

#[derive(Clone, Debug, PartialEq)]
enum Value {
    Null,
    /// True or false, which nothing of ours has.
    Bool,
    Whole(u64),
    /// Below 0, with a fraction, or beyond what the other holds.
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

type Result<T> = std::result::Result<T, JsonError>;

struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    depth: usize,
}

impl Json {
    /// Reads a whole text.
    ///
    /// # Errors
    /// When it is not JSON.
    pub(crate) fn parse(text: &str) -> Result<Json> {
        let mut reader = Reader {
            text,
            at: 0,
            line: 1,
            depth: 0,
        };
        let json = reader.value()?;
        match reader.peek() {
            None => Ok(json),
            Some(_) => Err(reader.error(Fault::Syntax)),
        }
    }

    /// The value of a key.
    ///
    /// # Errors
    /// When this is no object, or has no such key.
    pub(crate) fn get(&self, key: &str) -> Result<&Json> {
        let Value::Object(fields) = &self.value else {
            return Err(self.misshapen());
        };
        let field = fields.iter().find(|(name, _)| name == key);
        field.map_or_else(|| Err(self.misshapen()), |(_, json)| Ok(json))
    }

    /// The value of a key, if it has one that is not null.
    pub(crate) fn find(&self, key: &str) -> Option<&Json> {
        self.get(key).ok().filter(|json| json.value != Value::Null)
    }

    /// A text.
    ///
    /// # Errors
    /// When this is none.
    pub(crate) fn text(&self) -> Result<&str> {
        match &self.value {
            Value::Text(text) => Ok(text),
            _ => Err(self.misshapen()),
        }
    }

    /// A text of its own.
    ///
    /// # Errors
    /// When this is none.
    pub(crate) fn string(&self) -> Result<String> {
        self.text().map(str::to_owned)
    }

    /// What a text stands for.
    ///
    /// # Errors
    /// When this is no text, or stands for nothing.
    pub(crate) fn read<T: FromStr>(&self) -> Result<T> {
        self.text()?.parse().map_err(|_| self.misshapen())
    }

    /// A number.
    ///
    /// # Errors
    /// When this is none.
    pub(crate) fn number(&self) -> Result<f64> {
        match self.value {
            Value::Whole(number) => Ok(number as f64),
            Value::Number(number) => Ok(number),
            _ => Err(self.misshapen()),
        }
    }

    /// A whole number, written as one, of a type that can hold it.
    ///
    /// # Errors
    /// When this is none.
    pub(crate) fn whole<T: TryFrom<u64>>(&self) -> Result<T> {
        match self.value {
            Value::Whole(number) => number.try_into().map_err(|_| self.misshapen()),
            _ => Err(self.misshapen()),
        }
    }

    /// What each item of a list stands for.
    ///
    /// # Errors
    /// When this is no list, or an item cannot be read.
    pub(crate) fn list<T>(&self, read: impl Fn(&Json) -> Result<T>) -> Result<Vec<T>> {
        match &self.value {
            Value::List(items) => items.iter().map(read).collect(),
            _ => Err(self.misshapen()),
        }
    }

    /// The error for a value that is not what it should be.
    pub(crate) fn misshapen(&self) -> JsonError {
        JsonError {
            line: self.line,
            fault: Fault::Shape,
        }
    }
}

/// A text as JSON writes it, which must be without control characters.
pub(crate) fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', r"\\").replace('"', r#"\""#);
    format!("\"{escaped}\"")
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.fault {
            Fault::End => "the text ends too soon",
            Fault::Syntax => "not JSON",
            Fault::Shape => "not what should stand here",
        };
        write!(f, "line {}: {what}", self.line)
    }
}

impl Reader<'_> {
    fn value(&mut self) -> Result<Json> {
        let first = self.peek().ok_or(self.error(Fault::End))?;
        let line = self.line;
        let value = match first {
            b'"' => Value::Text(self.string()?),
            b'[' => Value::List(self.items(b']', Reader::value)?),
            b'{' => Value::Object(self.items(b'}', Reader::field)?),
            b'-' | b'0'..=b'9' => self.number()?,
            _ => self.word()?,
        };
        Ok(Json { line, value })
    }

    fn field(&mut self) -> Result<(String, Json)> {
        self.expect(b'"')?;
        self.at -= 1;
        let key = self.string()?;
        self.expect(b':')?;
        Ok((key, self.value()?))
    }

    /// What stands between two brackets, with commas between.
    fn items<T>(&mut self, end: u8, item: fn(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.error(Fault::Shape));
        }
        let mut items = Vec::new();
        while self.peek() != Some(end) {
            if !items.is_empty() {
                self.expect(b',')?;
            }
            items.push(item(self)?);
        }
        self.at += 1;
        self.depth -= 1;
        Ok(items)
    }

    fn string(&mut self) -> Result<String> {
        self.at += 1;
        let mut string = String::new();
        loop {
            let rest = &self.text[self.at..];
            let stop = |c: char| c == '"' || c == '\\' || c < ' ';
            let end = rest.find(stop).ok_or(self.error(Fault::End))?;
            string.push_str(&rest[..end]);
            self.at += end + 1;
            match rest.as_bytes()[end] {
                b'"' => return Ok(string),
                b'\\' => string.push(self.escape()?),
                _ => return Err(self.error(Fault::Syntax)),
            }
        }
    }

    fn escape(&mut self) -> Result<char> {
        let byte = self.bytes().first().copied();
        self.at += 1;
        Ok(match byte.ok_or(self.error(Fault::End))? {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => self.code_point()?,
            _ => return Err(self.error(Fault::Syntax)),
        })
    }

    /// Four hexadecimal digits, or twice that for what needs two units of UTF-16.
    fn code_point(&mut self) -> Result<char> {
        let first = self.code_unit()?;
        let second = match first {
            0xd800..0xdc00 if self.bytes().starts_with(b"\\u") => {
                self.at += 2;
                Some(self.code_unit()?)
            }
            _ => None,
        };
        let mut read = char::decode_utf16([first].into_iter().chain(second));
        let read = read.next().and_then(std::result::Result::ok);
        read.ok_or(self.error(Fault::Syntax))
    }

    fn code_unit(&mut self) -> Result<u16> {
        let digits = self.bytes().get(..4).ok_or(self.error(Fault::End))?;
        let digit = |unit: u16, byte: &u8| Some(unit << 4 | char::from(*byte).to_digit(16)? as u16);
        let unit = digits.iter().try_fold(0, digit);
        self.at += 4;
        unit.ok_or(self.error(Fault::Syntax))
    }

    /// Exact for up to 15 digits, nearly so for more.
    fn number(&mut self) -> Result<Value> {
        let start = self.at;
        let negative = self.skip(b"-");
        let whole = self.digits(0.0)?;
        let before = self.at;
        let digits = match self.skip(b".") {
            true => self.digits(whole)?,
            false => whole,
        };
        let places = self.at.saturating_sub(before + 1);
        let exponent = self.exponent()? - places as f64;
        // Beyond this it is nothing or endless anyway.
        let power = (0..exponent.abs().min(700.0) as u32).fold(1.0, |power, _| power * 10.0);
        let number = match exponent < 0.0 {
            true => digits / power,
            false => digits * power,
        };
        Ok(match self.text[start..self.at].parse() {
            Ok(whole) => Value::Whole(whole),
            Err(_) if negative => Value::Number(-number),
            Err(_) => Value::Number(number),
        })
    }

    fn exponent(&mut self) -> Result<f64> {
        if !self.skip(b"eE") {
            return Ok(0.0);
        }
        let negative = self.bytes().starts_with(b"-");
        self.skip(b"+-");
        let exponent = self.digits(0.0)?;
        Ok(if negative { -exponent } else { exponent })
    }

    /// At least one digit, after a number made of those before.
    fn digits(&mut self, before: f64) -> Result<f64> {
        let digits = self.bytes().iter().take_while(|byte| byte.is_ascii_digit());
        let (count, number) = digits.fold((0, before), |(count, number), digit| {
            (count + 1, number * 10.0 + f64::from(digit - b'0'))
        });
        self.at += count;
        match count {
            0 if self.bytes().is_empty() => Err(self.error(Fault::End)),
            0 => Err(self.error(Fault::Syntax)),
            _ => Ok(number),
        }
    }

    fn word(&mut self) -> Result<Value> {
        let words = [
            ("null", Value::Null),
            ("true", Value::Bool),
            ("false", Value::Bool),
        ];
        for (word, value) in words {
            if self.bytes().starts_with(word.as_bytes()) {
                self.at += word.len();
                return Ok(value);
            }
            if word.as_bytes().starts_with(self.bytes()) {
                return Err(self.error(Fault::End));
            }
        }
        Err(self.error(Fault::Syntax))
    }

    fn expect(&mut self, wanted: u8) -> Result<()> {
        match self.peek() {
            Some(byte) if byte == wanted => self.at += 1,
            Some(_) => return Err(self.error(Fault::Syntax)),
            None => return Err(self.error(Fault::End)),
        }
        Ok(())
    }

    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        while self.skip(b" \r\t\n") {
            self.line += usize::from(self.text.as_bytes()[self.at - 1] == b'\n');
        }
        self.bytes().first().copied()
    }

    /// Goes past the next byte if it is one of these.
    fn skip(&mut self, any: &[u8]) -> bool {
        let is_any = self.bytes().first().is_some_and(|byte| any.contains(byte));
        self.at += usize::from(is_any);
        is_any
    }

    fn bytes(&self) -> &[u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn error(&self, fault: Fault) -> JsonError {
        JsonError {
            line: self.line,
            fault,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn refused(text: &str, line: usize, fault: Fault) {
        assert_eq!(Json::parse(text), Err(JsonError { line, fault }), "{text}");
    }

    #[test]
    fn what_is_no_json_is_refused() {
        for text in [
            "x",
            "1 2",
            "[1,]",
            "{\"a\" 1}",
            "{1:2}",
            "\"\t\"",
            r#""\x""#,
            r#""\ud800""#,
        ] {
            refused(text, 1, Fault::Syntax);
        }
    }

    #[test]
    fn what_ends_too_soon_is_told_apart() {
        for text in [
            "", "[", "[1", "{\"a\":", "\"a", r#""\"#, r#""\u00"#, "-", "1.", "nul",
        ] {
            refused(text, 1, Fault::End);
        }
    }

    #[test]
    fn a_fault_is_found_by_its_line() {
        refused("[\n1,\n?]", 3, Fault::Syntax);
        let json = Json::parse("{\n\"a\":\n1}").unwrap();
        assert_eq!(json.get("a").unwrap().text().unwrap_err().line, 3);
        assert_eq!(json.get("b").unwrap_err().line, 1);
    }

    #[test]
    fn no_depth_uses_up_the_stack() {
        refused(&"[".repeat(1_000_000), 1, Fault::Shape);
    }

    #[test]
    fn a_whole_number_has_to_fit() {
        let whole = |text| Json::parse(text).and_then(|json| json.whole::<u8>());
        assert_eq!(whole("255"), Ok(255));
        for text in ["256", "-1", "0.5", "2.5e1", "1e999", "null", "\"1\""] {
            assert!(whole(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_serde_writes_is_read(text in any::<String>(), whole in any::<u64>(), part in 0_f32..1.0) {
            let written = serde_json::json!({ "text": [text], "whole": whole, "part": part, "none": null });
            for written in [written.to_string(), format!("{written:#}")] {
                let json = Json::parse(&written).unwrap();
                let texts = json.get("text").and_then(|it| it.list(Json::string));
                prop_assert_eq!(texts, Ok(vec![text.clone()]));
                prop_assert_eq!(json.get("whole").and_then(Json::whole), Ok(whole));
                let read = json.get("part").and_then(Json::number).unwrap();
                prop_assert_eq!(read as f32, part);
                prop_assert_eq!(json.find("none"), None);
            }
        }

        #[test]
        fn what_is_read_is_json(text in "[\\[\\]{}:,\"\\\\nul0-9.eE -]{0,12}") {
            let known = serde_json::from_str::<serde_json::Value>(&text).is_ok();
            // Both ways but for zeros before a number, which do no harm, and numbers too big.
            prop_assert!(!known || Json::parse(&text).is_ok(), "{}", text);
        }
    }
}
