//! Respondents: who they are, how they feel, what they answer.

use indexmap::IndexMap;

use super::dice::Dice;
use super::input::{Question, QuestionKind, Study};
use super::model::{Asked, ItemModel, Model, QuestionModel};
use super::quotas::Cell;

/// Bounds between the answers of an ordered scale, from the worst up.
const FOUR_POINTS: [f64; 3] = [-1.05, -0.15, 0.95];
const FIVE_POINTS: [f64; 4] = [-1.25, -0.45, 0.45, 1.35];
/// Part of an answer that no attitude explains.
const NOISE: f64 = 0.75;

#[derive(Clone)]
pub struct Traits {
    pub territory: String,
    pub kind: String,
    pub sex: String,
    pub age: String,
    pub education: String,
}

#[derive(Clone)]
pub struct Person {
    pub number: usize,
    pub traits: Traits,
    /// Adults in the household, of whom one was interviewed.
    pub adults: usize,
    /// Adults of the quota cell in the population.
    pub cell_population: f64,
    pub day: String,
    pub weight: f64,
    /// One reply for each question of the codebook.
    pub replies: Vec<Reply>,
}

#[derive(Clone)]
pub enum Reply {
    NotAsked,
    /// Index of the option, for each item (one, where the question has none).
    Options(Vec<usize>),
    /// Which ticks were set.
    Ticks(Vec<bool>),
}

impl Person {
    /// The person's group in a breakdown.
    pub fn group(&self, breakdown: &str) -> &str {
        match breakdown {
            "territory" => &self.traits.territory,
            "territory-kind" => &self.traits.kind,
            "sex" => &self.traits.sex,
            "age" => &self.traits.age,
            "education" => &self.traits.education,
            _ => "",
        }
    }
}

pub fn draw(model: &Model, study: &Study, cells: &[Cell], dice: &mut Dice) -> Vec<Person> {
    let mut people = Vec::new();
    for cell in cells {
        for _ in 0..cell.completed {
            let education = &model.interviewed_education[&cell.kind];
            let weights: Vec<f64> = education.values().copied().collect();
            let traits = Traits {
                territory: cell.territory.clone(),
                kind: cell.kind.clone(),
                sex: cell.sex.clone(),
                age: cell.age.clone(),
                education: education
                    .get_index(dice.pick(&weights))
                    .map(|(code, _)| code.clone())
                    .unwrap_or_default(),
            };
            let adults = dice.pick(&model.adults) + 1;
            let replies = interview(model, study, &traits, dice);
            people.push(Person {
                number: people.len(),
                traits,
                adults,
                cell_population: cell.population,
                day: String::new(),
                weight: 1.0,
                replies,
            });
        }
    }
    people
}

fn interview(model: &Model, study: &Study, traits: &Traits, dice: &mut Dice) -> Vec<Reply> {
    let mood = dice.normal();
    let attitudes: IndexMap<&str, f64> = model
        .attitudes
        .iter()
        .map(|(id, attitude)| {
            (id.as_str(), attitude.shifts.of(traits) + attitude.mood * mood + 0.55 * dice.normal())
        })
        .collect();
    let mut replies: Vec<Reply> = Vec::new();
    for question in &study.questions {
        let answers = &model.questions[&question.id];
        let reply = if asked(answers, study, traits, &replies) {
            let pull = |item: &ItemModel| {
                item.lean
                    + item.shifts.of(traits)
                    + item
                        .loads
                        .iter()
                        .map(|(id, load)| load * attitudes.get(id.as_str()).copied().unwrap_or(0.0))
                        .sum::<f64>()
            };
            match question.kind {
                QuestionKind::Multiple => tick(question, answers, pull, dice),
                QuestionKind::Single | QuestionKind::Scale => {
                    let items = answers.items.values();
                    Reply::Options(
                        items.map(|item| choose(question, answers, item, pull(item), dice)).collect(),
                    )
                }
            }
        } else {
            Reply::NotAsked
        };
        replies.push(reply);
    }
    replies
}

fn asked(answers: &QuestionModel, study: &Study, traits: &Traits, earlier: &[Reply]) -> bool {
    match &answers.asked {
        None => true,
        Some(Asked::Age(ages)) => ages.contains(&traits.age),
        Some(Asked::Answered { question, options }) => {
            let Some(index) = study.question(question) else { return false };
            match earlier.get(index) {
                Some(Reply::Options(chosen)) => chosen
                    .iter()
                    .any(|&option| options.contains(&study.questions[index].options[option].code)),
                _ => false,
            }
        }
    }
}

/// One answer: apart from the scale, drawn by weights, or placed on the scale.
fn choose(
    question: &Question,
    answers: &QuestionModel,
    item: &ItemModel,
    pull: f64,
    dice: &mut Dice,
) -> usize {
    let fate = dice.uniform();
    let strain = dice.normal();
    let role = |wanted: &str| question.options.iter().position(|o| o.role.as_deref() == Some(wanted));
    if fate < answers.refused {
        if let Some(index) = role("refused") {
            return index;
        }
    } else if fate < answers.refused + answers.dont_know
        && let Some(index) = role("dont-know")
    {
        return index;
    }
    let ordered: Vec<usize> =
        (0..question.options.len()).filter(|&i| !question.options[i].is_nonsubstantive()).collect();
    if !item.options.is_empty() {
        let weights: Vec<f64> = ordered
            .iter()
            .map(|&i| item.options.get(&question.options[i].code).copied().unwrap_or(0.0))
            .collect();
        return ordered[dice.pick(&weights)];
    }
    let place = pull + NOISE * strain;
    let above = match ordered.len() {
        2 => usize::from(place > 0.0),
        5 => FIVE_POINTS.iter().filter(|&&bound| place > bound).count(),
        _ => FOUR_POINTS.iter().filter(|&&bound| place > bound).count(),
    };
    ordered[ordered.len() - 1 - above.min(ordered.len() - 1)]
}

/// Several answers; nobody leaves the card empty, and "hard to answer" stands alone.
fn tick(
    question: &Question,
    answers: &QuestionModel,
    pull: impl Fn(&ItemModel) -> f64,
    dice: &mut Dice,
) -> Reply {
    let ticks = question.ticks();
    let apart = ticks.iter().position(|code| *code == "98");
    let mut chosen: Vec<bool> = ticks
        .iter()
        .map(|code| {
            let place = pull(&answers.items[*code]) + NOISE * dice.normal();
            *code != "98" && place > 0.0
        })
        .collect();
    let silent = dice.chance(answers.dont_know);
    if let Some(apart) = apart
        && (silent || !chosen.contains(&true))
    {
        chosen.fill(false);
        chosen[apart] = true;
    }
    Reply::Ticks(chosen)
}
