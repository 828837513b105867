//! Pieces of a page as values: elements, their attributes, and text.
//!
//! Apart from `leptos`, which the tutor has not: it writes its pages as these, and the page shows
//! them element by element, text as text.

use std::fmt;

use serde::Serialize;

/// A text or an element.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Node {
    /// Shown as it is.
    Text(String),
    /// An element with all that is in it.
    Element(Element),
}

/// An element: its name, its attributes and what is in it. Written as an array of the three.
///
/// A click on an element with the attribute `data-do` asks the tutor to do what it names, with the
/// value of `data-with`; so does a change of a field that has it, with the field's value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Element(&'static str, Vec<(&'static str, String)>, Vec<Node>);

/// An element of that name.
pub fn el(name: &'static str) -> Element {
    Element(name, Vec::new(), Vec::new())
}

impl Element {
    /// With that attribute.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.1.push((name, value.to_string()));
        self
    }

    /// With that in it, after what is in it already.
    #[expect(
        clippy::should_implement_trait,
        reason = "nobody takes an element for a number"
    )]
    pub fn add(mut self, node: impl Into<Node>) -> Self {
        self.2.push(node.into());
        self
    }

    /// With all of these in it.
    pub fn all(mut self, nodes: impl IntoIterator<Item = impl Into<Node>>) -> Self {
        self.2.extend(nodes.into_iter().map(Into::into));
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Node::Element(element)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Node::Text(text.to_owned())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Node::Text(text)
    }
}

/// As HTML would have it, to be read in tests; nothing is escaped.
impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Node::Element(Element(name, attributes, nodes)) = self else {
            return f.write_str(match self {
                Node::Text(text) => text,
                Node::Element(_) => "",
            });
        };
        write!(f, "<{name}")?;
        for (name, value) in attributes {
            write!(f, " {name}=\"{value}\"")?;
        }
        f.write_str(">")?;
        nodes.iter().try_for_each(|node| node.fmt(f))?;
        write!(f, "</{name}>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_is_written_as_arrays_and_texts() {
        let link = el("a").with("href", "#/").add("Library");
        let node = Node::from(el("p").add("To the ").add(link));
        assert_eq!(
            serde_json::to_string(&node).unwrap(),
            r##"["p",[],["To the ",["a",[["href","#/"]],["Library"]]]]"##
        );
        assert_eq!(
            node.to_string(),
            r##"<p>To the <a href="#/">Library</a></p>"##
        );
    }
}
