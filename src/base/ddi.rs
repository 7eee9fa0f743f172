//! The questions of the survey as a DDI-Codebook 2.5 file, by which archives and statistical programs know them.
//!
//! A variable is a question item; items of one question are a group of variables. What is said of an answer is its code,
//! its label and, where it may be shown, its count and share. Source of the form: DDI Alliance, DDI-Codebook 2.5 (2012).

use super::{Sources, Voice};
use crate::facts::{Answer, Item, QuestionFacts, Status};
use crate::opc::xml::Element;
use crate::quantity::Rounded;
use crate::study::results::{AnswerRole, QuestionKind};
use crate::study::{LocalizedText, Name};

const NAMESPACE: &str = "ddi:codebook:2_5";
const SCHEMA: &str = "http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd";

/// The codebook.
pub fn codebook(sources: &Sources<'_>, voices: &[Voice<'_>]) -> String {
    let writer = Writer { sources, voices };
    let root = Element::new("codeBook")
        .with("xmlns", NAMESPACE)
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .with("xsi:schemaLocation", format!("{NAMESPACE} {SCHEMA}"))
        .with("version", "2.5")
        .with("xml:lang", writer.first());
    root.child(writer.study()).child(writer.data()).to_part()
}

struct Writer<'a> {
    sources: &'a Sources<'a>,
    voices: &'a [Voice<'a>],
}

fn leaf(name: &str, text: &str) -> Element {
    Element::new(name).text(text)
}

fn of_children(name: &str, children: impl IntoIterator<Item = Element>) -> Element {
    children.into_iter().fold(Element::new(name), Element::child)
}

impl Writer<'_> {
    fn first(&self) -> &str {
        self.voices.first().map_or("und", |voice| voice.locale.language())
    }

    /// An element for each language that has the text.
    fn texts(&self, name: &str, text: &LocalizedText) -> Vec<Element> {
        let own = |voice: &Voice<'_>| {
            let language = voice.locale.language();
            text.get(language).map(|text| leaf(name, text).with("xml:lang", language))
        };
        self.voices.iter().filter_map(own).collect()
    }

    fn names(&self, name: &str, of: &Name) -> Vec<Element> {
        let own = |voice: &Voice<'_>| {
            let language = voice.locale.language();
            of.nominative(language).map(|text| leaf(name, text).with("xml:lang", language))
        };
        self.voices.iter().filter_map(own).collect()
    }

    fn optional(&self, name: &str, text: Option<&LocalizedText>) -> Vec<Element> {
        text.map(|text| self.texts(name, text)).unwrap_or_default()
    }

    fn study(&self) -> Element {
        let (study, facts) = (self.sources.study, self.sources.facts);
        let (passport, sample) = (&study.passport, &study.sample);
        let mut titles = self.texts("titl", &passport.title);
        for parallel in titles.iter_mut().skip(1) {
            parallel.name = "parTitl".into();
        }
        titles.push(leaf("IDNo", passport.id.as_str()));
        let date = facts.cutoff.to_string();
        let production = self
            .names("producer", &passport.grantee.name)
            .into_iter()
            .chain([leaf("prodDate", &date).with("date", &date)])
            .chain(self.names("fundAg", &passport.customer.name));
        let citation = of_children(
            "citation",
            [
                of_children("titlStmt", titles),
                of_children("rspStmt", self.names("AuthEnty", &passport.grantee.name)),
                of_children("prodStmt", production),
            ],
        );
        let day = |event: &str, day: jiff::civil::Date| {
            leaf("collDate", &day.to_string()).with("date", day.to_string()).with("event", event)
        };
        let days = facts.collected.map(|(first, last)| [day("start", first), day("end", last)]);
        let summary = days
            .into_iter()
            .flatten()
            .chain(self.names("geogCover", &passport.place))
            .chain(self.texts("universe", &sample.population));
        let information = of_children(
            "stdyInfo",
            self.texts("abstract", &passport.goal).into_iter().chain([of_children("sumDscr", summary)]),
        );
        let collection = self
            .texts("sampProc", &sample.procedure)
            .into_iter()
            .chain(self.texts("collMode", &sample.mode))
            .chain(self.optional("weight", sample.weighting.as_ref()));
        let method = of_children("method", [of_children("dataColl", collection)]);
        of_children("stdyDscr", [citation, information, method])
    }

    fn data(&self) -> Element {
        let questions: Vec<&QuestionFacts> =
            self.sources.facts.blocks.iter().flat_map(|block| &block.questions).collect();
        let (mut groups, mut variables) = (Vec::new(), Vec::new());
        for (number, question) in questions.into_iter().enumerate() {
            let id = |place: usize| format!("V{}.{}", number + 1, place + 1);
            if question.items.len() > 1 {
                let own: Vec<String> = (0..question.items.len()).map(id).collect();
                let kind = if question.kind == QuestionKind::Multiple { "multipleResp" } else { "grid" };
                let group = Element::new("varGrp")
                    .with("ID", format!("G{}", number + 1))
                    .with("name", &question.id)
                    .with("type", kind)
                    .with("var", own.join(" "));
                groups.push(self.texts("labl", &question.short).into_iter().fold(group, Element::child));
            }
            for (place, item) in question.items.iter().enumerate() {
                variables.push(self.variable(&id(place), question, item));
            }
        }
        of_children("dataDscr", groups.into_iter().chain(variables))
    }

    fn variable(&self, id: &str, question: &QuestionFacts, item: &Item) -> Element {
        let name = match &item.code {
            Some(code) => format!("{}.{code}", question.id),
            None => question.id.clone(),
        };
        let asked = of_children("qstn", self.texts("qstnLit", &question.text));
        let children = self
            .texts("labl", &item.label)
            .into_iter()
            .chain([asked])
            .chain(self.optional("universe", question.base.as_ref()))
            .chain([leaf("sumStat", &item.n.to_string()).with("type", "vald")])
            .chain(item.answers.iter().map(|answer| self.category(item, answer)));
        children.fold(Element::new("var").with("ID", id).with("name", name), Element::child)
    }

    fn category(&self, item: &Item, answer: &Answer) -> Element {
        let category = match answer.role {
            Some(role) if AnswerRole::is_nonsubstantive(role) => Element::new("catgry").with("missing", "Y"),
            Some(_) | None => Element::new("catgry"),
        };
        let category = category.child(leaf("catValu", &answer.code));
        let category = self.texts("labl", &answer.label).into_iter().fold(category, Element::child);
        let status = Status::of(item.base_class, item.suppressed || answer.estimate.is_none());
        let Some(estimate) = answer.estimate.filter(|_| status.is_shown()) else { return category };
        let decimals = self.voices.first().map_or(1, |voice| voice.locale.share_decimals());
        let share = Rounded::new(estimate.percent, decimals).to_string();
        category
            .child(leaf("catStat", &estimate.n_option.to_string()).with("type", "freq"))
            .child(leaf("catStat", &share).with("type", "percent").with("wgtd", "wgtd"))
    }
}
