//! Experts, focus groups, problem cases: counts only.

use indexmap::IndexMap;
use serde::Serialize;

use super::BlockFacts;
use super::reading::{CasesReading, DiscussionsReading, ExpertReading, ExpertsReading, Tally, ThemeKind};
use crate::study::passport::{Edition, Level};
use crate::study::qualitative::{Agreement, Case, CaseState, Expert, ExpertKind, FocusGroup, Statement};
use crate::study::{LocalizedText, Name, StudyAsOf};

/// The expert survey.
#[derive(Debug, Clone, Serialize)]
pub struct ExpertFacts {
    /// Experts interviewed.
    pub count: usize,
    /// Experts of each of the four kinds.
    pub kinds: Vec<(ExpertKind, usize)>,
    /// Closed questions with the counts of their answers.
    pub questions: Vec<ExpertQuestionFacts>,
    /// The experts, without names.
    pub experts: Vec<Expert>,
    /// On how many questions their first answer is the residents'.
    pub reading: ExpertsReading,
}

/// A closed question of the expert survey.
#[derive(Debug, Clone, Serialize)]
pub struct ExpertQuestionFacts {
    /// Id of the question.
    pub id: String,
    /// Its wording.
    pub text: LocalizedText,
    /// Experts who answered it.
    pub answered: usize,
    /// The most frequent answer, beside the residents'.
    pub reading: ExpertReading,
    /// Answers with their counts, in the order of the guide.
    pub answers: Vec<Count>,
}

/// How often a code occurs.
#[derive(Debug, Clone, Serialize)]
pub struct Count {
    /// The code.
    pub code: String,
    /// What is printed for it.
    pub label: LocalizedText,
    /// How often it occurs.
    pub count: usize,
}

impl ExpertFacts {
    pub(super) fn new(study: &StudyAsOf, blocks: &[BlockFacts]) -> Self {
        let experts: Vec<Expert> = study.experts.experts.clone();
        let kinds = [
            ExpertKind::StateBody,
            ExpertKind::SectorSpecialist,
            ExpertKind::PublicCouncil,
            ExpertKind::OpinionLeader,
        ];
        let questions = study.experts.questions.iter().map(|q| {
            let given = |code: &str| {
                experts.iter().filter(|e| e.answers.get(q.id.as_str()).is_some_and(|a| a == code)).count()
            };
            let answers: Vec<Count> = q
                .options
                .iter()
                .map(|o| Count { code: o.code.clone(), label: o.label.clone(), count: given(&o.code) })
                .collect();
            let answered = answers.iter().map(|a| a.count).sum();
            let tallies: Vec<Tally> =
                answers.iter().map(|a| Tally::new(&a.code, &a.label, a.count)).collect();
            let survey = blocks.iter().flat_map(|b| &b.questions);
            let reading = ExpertReading::new(q.id.as_str(), &tallies, survey);
            ExpertQuestionFacts { id: q.id.to_string(), text: q.text.clone(), answered, reading, answers }
        });
        let questions: Vec<ExpertQuestionFacts> = questions.collect();
        Self {
            reading: ExpertsReading::new(questions.iter().map(|q| &q.reading)),
            count: experts.len(),
            kinds: kinds.map(|k| (k, experts.iter().filter(|e| e.kind == k).count())).to_vec(),
            questions,
            experts,
        }
    }
}

/// The focus groups.
#[derive(Debug, Clone, Serialize)]
pub struct FocusGroupFacts {
    /// Discussions held.
    pub count: usize,
    /// Participants of all of them.
    pub participants: u64,
    /// The discussions.
    pub groups: Vec<FocusGroup>,
    /// Themes with what each group said about them.
    pub themes: Vec<Theme>,
    /// On how many themes the groups were of one mind.
    pub reading: DiscussionsReading,
}

/// A theme that was spoken of.
#[derive(Debug, Clone, Serialize)]
pub struct Theme {
    /// Code of the theme.
    pub code: String,
    /// What is printed for it.
    pub label: LocalizedText,
    /// Groups of one mind.
    pub agreed: usize,
    /// Groups of divided mind.
    pub divided: usize,
    /// Whether opinion was shared in every group that spoke of it.
    pub kind: ThemeKind,
    /// What each group said.
    pub statements: Vec<Statement>,
}

impl FocusGroupFacts {
    pub(super) fn new(study: &StudyAsOf) -> Self {
        let groups: Vec<FocusGroup> = study.focus_groups.groups.clone();
        let themes = study.focus_groups.themes.iter().map(|theme| {
            let statements: Vec<_> = groups
                .iter()
                .flat_map(|g| &g.statements)
                .filter(|s| s.theme == theme.code)
                .cloned()
                .collect();
            let count = |a| statements.iter().filter(|s| s.agreement == a).count();
            let (agreed, divided) = (count(Agreement::Agreed), count(Agreement::Divided));
            let kind = ThemeKind::of(agreed, divided);
            Theme { code: theme.code.clone(), label: theme.label.clone(), agreed, divided, kind, statements }
        });
        let themes: Vec<Theme> = themes.filter(|t| !t.statements.is_empty()).collect();
        Self {
            reading: DiscussionsReading::new(themes.iter().map(|t| (&t.label, t.kind))),
            count: groups.len(),
            participants: groups.iter().map(FocusGroup::participants).sum(),
            themes,
            groups,
        }
    }
}

/// The register of problem cases.
#[derive(Debug, Clone, Serialize)]
pub struct CaseFacts {
    /// Cases registered.
    pub count: usize,
    /// Cases whose texts are redacted in the public edition.
    pub redacted: usize,
    /// Categories by their number of cases, most first.
    pub categories: Vec<Count>,
    /// Cases by severity, highest first.
    pub severities: Vec<(Level, usize)>,
    /// Cases by state, open first.
    pub states: Vec<(CaseState, usize)>,
    /// The cases, in the order of the register.
    pub cases: Vec<CaseFact>,
    /// Severity against state, and the fullest category.
    pub reading: CasesReading,
}

/// A case with the names its ids stand for.
#[derive(Debug, Clone, Serialize)]
pub struct CaseFact {
    /// The case.
    #[serde(flatten)]
    pub case: Case,
    /// Name of its category.
    pub category_label: LocalizedText,
    /// The texts are redacted in the public edition; the title says so.
    pub redacted: bool,
    /// Absent where it is redacted in the public edition.
    pub territory_name: Option<Name>,
    /// Name of the responsible body.
    pub body_name: Name,
}

impl CaseFacts {
    pub(super) fn new(study: &StudyAsOf) -> Self {
        let cases = &study.cases.cases;
        let mut counts: IndexMap<&str, usize> = IndexMap::new();
        for case in cases {
            *counts.entry(case.category.as_str()).or_default() += 1;
        }
        let mut categories: Vec<Count> = study
            .cases
            .categories
            .iter()
            .map(|c| Count {
                code: c.code.clone(),
                label: c.label.clone(),
                count: counts.get(c.code.as_str()).copied().unwrap_or_default(),
            })
            .collect();
        categories.sort_by_key(|c| std::cmp::Reverse(c.count));
        let severity = |l| cases.iter().filter(|c| c.severity == l).count();
        let state = |s| cases.iter().filter(|c| c.state == s).count();
        let counted: Vec<_> = categories.iter().map(|c| (c.code.as_str(), &c.label, c.count)).collect();
        Self {
            reading: CasesReading::new(cases, &counted),
            count: cases.len(),
            redacted: match study.passport.edition {
                Edition::Public => cases.iter().filter(|c| c.restricted).count(),
                Edition::Customer => 0,
            },
            categories,
            severities: [Level::High, Level::Medium, Level::Low].map(|l| (l, severity(l))).to_vec(),
            states: [CaseState::Open, CaseState::InProgress, CaseState::Resolved]
                .map(|s| (s, state(s)))
                .to_vec(),
            cases: cases.iter().map(|case| case_fact(study, case)).collect(),
        }
    }
}

fn case_fact(study: &StudyAsOf, case: &Case) -> CaseFact {
    let category = study.cases.categories.iter().find(|c| c.code == case.category);
    let territory = study.territories.territories.iter().find(|t| t.id == case.territory);
    let body = study.passport.bodies.iter().find(|b| b.id == case.body);
    let redacted = case.restricted && study.passport.edition == Edition::Public;
    CaseFact {
        case: case.clone(),
        category_label: category.map(|c| c.label.clone()).unwrap_or_default(),
        redacted,
        territory_name: territory.filter(|_| !redacted).map(|t| t.name.clone()),
        body_name: body.map(|b| b.name.clone()).unwrap_or_default(),
    }
}
