//! Nouns that are counted, and what those who answered are called: the language's own noun, or the study's in its
//! place («жители», «студенты»).
//!
//! The table `[respondents]` of the locale file lists the forms that sentences use; a study that has a noun of its own
//! gives each of them. `[nouns]` has the others: «2 эксперта», «5 экспертов».

use indexmap::IndexMap;

use super::Locale;
use crate::diag::Diagnostic;

/// The form of the nominative after two, three and four.
const FEW: &str = "few";

impl Locale {
    /// A form of the noun: `pl_gen`.
    ///
    /// # Errors
    /// The locale file has no such form.
    pub fn respondents(&self, form: &str) -> Result<&str, Diagnostic> {
        self.file.respondents.get(form).map(String::as_str).ok_or_else(|| self.lacks("respondents", form))
    }

    /// The form of the respondents' noun that follows a number: «2 жителя», «5 жителей».
    ///
    /// # Errors
    /// The locale file has no such form.
    pub fn counted_respondents(&self, number: f64, case: &str) -> Result<&str, Diagnostic> {
        let form = self.form_after_number(number, 0, case);
        if form == FEW && !self.file.respondents.contains_key(FEW) {
            return self.respondents("gen");
        }
        self.respondents(&form)
    }

    /// The form of a noun of `[nouns]` that follows a number with so many decimals: «2 эксперта», «1,5 балла».
    ///
    /// # Errors
    /// The locale file has no such noun, or not this form of it.
    pub fn counted(&self, noun: &str, number: f64, decimals: u8, case: &str) -> Result<&str, Diagnostic> {
        let forms = self.file.nouns.get(noun).ok_or_else(|| self.lacks("nouns", noun))?;
        let form = self.form_after_number(number, decimals, case);
        // One word has the same form after two as in the genitive; «проблемных кейса» has not.
        let found = forms.get(&form).or_else(|| (form == FEW).then(|| forms.get("gen")).flatten());
        found.map(String::as_str).ok_or_else(|| self.lacks(&format!("nouns.{noun}"), &form))
    }

    /// The form that follows a number in a case, by the number's plural category; after a number Kazakh has the
    /// singular.
    fn form_after_number(&self, number: f64, decimals: u8, case: &str) -> String {
        let category = self.plural(number, decimals);
        match (self.file.after_number, category, case) {
            (AfterNumber::Singular, ..) | (AfterNumber::Plural | AfterNumber::Paucal, "one", _) => {
                case.to_owned()
            }
            (AfterNumber::Paucal, "few", "nom") => FEW.to_owned(),
            // A fraction governs the genitive in every case: «2,1 процентного пункта».
            (AfterNumber::Paucal, "other", _) => "gen".to_owned(),
            (AfterNumber::Paucal, _, "nom") => "pl_gen".to_owned(),
            (AfterNumber::Plural | AfterNumber::Paucal, ..) => format!("pl_{case}"),
        }
    }

    /// The language with a study's noun in the place of its own.
    ///
    /// # Errors
    /// The forms that the study does not give.
    pub fn with_respondents(mut self, own: &IndexMap<String, String>) -> Result<Self, Vec<String>> {
        let lacking: Vec<String> =
            self.file.respondents.keys().filter(|form| !own.contains_key(*form)).cloned().collect();
        if !lacking.is_empty() {
            return Err(lacking);
        }
        self.file.respondents.extend(own.iter().map(|(form, word)| (form.clone(), word.clone())));
        Ok(self)
    }

    /// The language with more names whose capital letter stays.
    #[must_use]
    pub fn with_names(mut self, names: impl IntoIterator<Item = String>) -> Self {
        self.file.typography.proper_names.extend(names);
        self
    }

    /// Whether a text begins with a name, whose capital letter stays inside a sentence.
    pub fn begins_with_name(&self, text: &str) -> bool {
        self.file.typography.proper_names.iter().any(|name| text.starts_with(name.as_str()))
    }
}

/// What a noun does after a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AfterNumber {
    /// It stays singular, as in Kazakh.
    Singular,
    /// It is plural but after one, as in English.
    #[default]
    Plural,
    /// In the nominative it is in the genitive, singular after few, plural after many, as in Russian.
    Paucal,
}

#[cfg(test)]
mod tests {
    use indexmap::IndexMap;

    use crate::locale::Locale;
    use crate::source::Assets;

    fn locale(language: &str) -> Locale {
        Locale::load(&Assets::embedded(), language).unwrap_or_else(|f| panic!("{f:?}"))
    }

    #[test]
    fn the_noun_agrees_with_its_number() {
        let ru = locale("ru");
        let after = |n, case| ru.counted_respondents(n, case).unwrap_or_else(|f| panic!("{f}"));
        assert_eq!(
            [after(1.0, "nom"), after(2.0, "nom"), after(5.0, "nom"), after(21.0, "gen"), after(40.0, "gen")],
            ["респондент", "респондента", "респондентов", "респондента", "респондентов"]
        );
        let kk = locale("kk");
        assert_eq!(kk.counted_respondents(5.0, "gen").ok(), Some("респонденттің"));
    }

    #[test]
    fn a_counted_noun_agrees_with_its_number() {
        let ru = locale("ru");
        let after = |noun, n, decimals, case| {
            ru.counted(noun, n, decimals, case).unwrap_or_else(|f| panic!("{f}")).to_owned()
        };
        assert_eq!(
            [1.0, 3.0, 12.0, 21.0].map(|n| after("case", n, 0, "nom")),
            ["проблемный кейс", "проблемных кейса", "проблемных кейсов", "проблемный кейс"]
        );
        assert_eq!(
            [1.0, 2.0, 6.0].map(|n| after("expert", n, 0, "gen")),
            ["эксперта", "экспертов", "экспертов"]
        );
        assert_eq!(after("expert", 3.0, 0, "nom"), "эксперта");
        assert_eq!(after("point", 2.1, 1, "gen"), "процентного пункта");
        assert_eq!(locale("en").counted("expert", 2.0, 0, "nom").ok(), Some("experts"));
        assert!(ru.counted("эксперт", 2.0, 0, "nom").is_err());
    }

    #[test]
    fn a_study_s_noun_has_every_form() {
        let nominative = IndexMap::from([("nom".to_owned(), "студент".to_owned())]);
        let mut lacking = locale("ru").with_respondents(&nominative).err().unwrap_or_default();
        lacking.sort();
        assert_eq!(lacking, ["gen", "pl_dat", "pl_gen", "pl_nom"]);
    }
}
