//! The forms that a verb has.
//!
//! Apart from the rules that find them: a set of forms is asked for at every word.

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// "push"
    Base,
    /// "pushes"
    Third,
    /// "pushed", as in "they pushed"
    Past,
    /// "pushed", as in "they have pushed"
    Participle,
    /// "pushing"
    Gerund,
}

impl Form {
    /// Every form.
    pub const ALL: [Form; 5] = [
        Form::Base,
        Form::Third,
        Form::Past,
        Form::Participle,
        Form::Gerund,
    ];
}

/// Some of the forms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forms(u8);

impl Forms {
    /// Whether this is one of them.
    pub fn contains(self, form: &Form) -> bool {
        self.0 & 1 << *form as u8 != 0
    }

    /// They, in order.
    pub fn iter(self) -> impl Iterator<Item = Form> {
        Form::ALL
            .into_iter()
            .filter(move |form| self.contains(form))
    }

    /// Whether the two have one in common.
    pub fn meet(self, other: Forms) -> bool {
        self.0 & other.0 != 0
    }
}

impl FromIterator<Form> for Forms {
    fn from_iter<I: IntoIterator<Item = Form>>(forms: I) -> Self {
        Forms(forms.into_iter().fold(0, |all, form| all | 1 << form as u8))
    }
}

impl<const N: usize> PartialEq<[Form; N]> for Forms {
    fn eq(&self, forms: &[Form; N]) -> bool {
        *self == forms.iter().copied().collect::<Forms>()
    }
}
