//! Choosing one node per class so that the whole expression is cheapest, shared work counted once.
//!
//! The choice starts from the program as it was written and from a bottom-up one, is improved by single exchanges, and is then
//! proven or replaced by branch and bound where the graph is small enough. It never costs more than the program as it was.

use super::analysis::Graph;
use super::cost::{Kind, Sizes, kind, move_cost, own_cost, start_cost};
use super::language::Node;
use egg::{Id, Language};
use std::collections::{BTreeMap, HashMap};

/// Classes that are looked at while single nodes are exchanged, over all exchanges.
const EXCHANGE_WORK: usize = 250_000;
/// Steps of branch and bound, and the most classes with a choice for which it is tried.
const STEPS: usize = 2_000;
const FREE_CLASSES: usize = 20;

/// Place of a class in the extractor's table.
type At = usize;

/// The node chosen for each class, by place; `NONE` where nothing is chosen.
type Choice = Vec<u32>;
const NONE: u32 = u32::MAX;

/// A graph ready for choosing.
pub struct Extractor<'g> {
    graph: &'g Graph,
    ids: Vec<Id>,
    places: HashMap<Id, At>,
    roots: Vec<At>,
    classes: Vec<Vec<Candidate>>,
    moves: Vec<u64>,
}

/// A node that may be chosen.
struct Candidate {
    node: Node,
    children: Vec<At>,
    own: u64,
    kind: Kind,
}

/// A choice and its cost, beside the cost of the program as it was.
pub struct Extracted {
    pub nodes: BTreeMap<Id, Node>,
    pub cost: u64,
    pub before: u64,
}

impl<'g> Extractor<'g> {
    /// Looks at all that the roots reach.
    pub fn new(graph: &'g Graph, roots: &[Id], sizes: Sizes) -> Extractor<'g> {
        let (ids, places) = (Vec::new(), HashMap::new());
        let mut extractor = Extractor { graph, ids, places, roots: Vec::new(), classes: Vec::new(), moves: Vec::new() };
        let mut placed: Vec<At> = roots.iter().map(|&root| extractor.place(graph.find(root))).collect();
        placed.sort_unstable();
        placed.dedup();
        extractor.roots = placed;
        while extractor.classes.len() < extractor.ids.len() {
            let class = extractor.ids[extractor.classes.len()];
            let candidates = extractor.candidates(class, sizes);
            extractor.classes.push(candidates);
            extractor.moves.push(move_cost(graph, class, sizes));
        }
        extractor
    }

    fn place(&mut self, class: Id) -> At {
        let ids = &mut self.ids;
        *self.places.entry(class).or_insert_with(|| {
            ids.push(class);
            ids.len() - 1
        })
    }

    fn candidates(&mut self, class: Id, sizes: Sizes) -> Vec<Candidate> {
        let graph = self.graph;
        let mut found: Vec<Candidate> = Vec::new();
        for node in &graph[class].nodes {
            let node = node.clone().map_children(|id| graph.find(id));
            let looped = node.children.contains(&class);
            if !looped && found.iter().all(|known| known.node != node) {
                let children = node.children.iter().map(|&child| self.place(child)).collect();
                found.push(Candidate { own: own_cost(graph, &node, class, sizes), kind: kind(&node), children, node });
            }
        }
        found
    }

    /// The cheapest choice found; `written` are the nodes of the program as it was. `None` if nothing can be chosen.
    pub fn extract(&self, written: &BTreeMap<Id, Node>) -> Option<Extracted> {
        let bottom_up = self.bottom_up();
        let as_written = self.as_written(&bottom_up, written);
        let mut work = Work::new(self.classes.len());
        let before = self.cost(&as_written, &mut work).unwrap_or(u64::MAX);
        let (mut best, mut cost) = (as_written.clone(), before);
        if let Some(other) = self.cost(&bottom_up, &mut work).filter(|&other| other < cost) {
            (best, cost) = (bottom_up, other);
        }
        cost = self.exchange(&mut best, cost, &mut work);
        let mut search = Search { extractor: self, best, cost, steps: STEPS, work };
        search.run();
        self.restore(&mut search.best, search.cost, &as_written, &mut search.work);
        let nodes = self.nodes(&search.best, &mut search.work)?;
        Some(Extracted { nodes, cost: search.cost, before })
    }

    fn as_written(&self, bottom_up: &Choice, written: &BTreeMap<Id, Node>) -> Choice {
        let mut choice = bottom_up.clone();
        for (class, node) in written {
            let node = node.clone().map_children(|id| self.graph.find(id));
            let Some(&at) = self.places.get(class) else { continue };
            if let Some(place) = self.classes[at].iter().position(|candidate| candidate.node == node) {
                choice[at] = place as u32;
            }
        }
        choice
    }

    /// The chosen nodes of the classes that a choice needs.
    fn nodes(&self, choice: &Choice, work: &mut Work) -> Option<BTreeMap<Id, Node>> {
        self.order(choice, work)?;
        work.order.iter().map(|&at| Some((self.ids[at], self.chosen(choice, at)?.node.clone()))).collect()
    }

    /// The cheapest node per class by the sum over the tree below it.
    fn bottom_up(&self) -> Choice {
        let mut costs: Vec<Option<u64>> = vec![None; self.classes.len()];
        let mut choice = vec![NONE; self.classes.len()];
        let mut changed = true;
        while changed {
            changed = false;
            for (at, candidates) in self.classes.iter().enumerate().rev() {
                for (place, candidate) in candidates.iter().enumerate() {
                    let children = candidate.children.iter().map(|&child| costs[child]);
                    let Some(below) = children.sum_saturating() else { continue };
                    // A little for each node keeps cycles of free nodes out.
                    let cost = below.saturating_add(self.tree_cost(at, candidate)).saturating_add(1);
                    if costs[at].is_none_or(|known| cost < known) {
                        costs[at] = Some(cost);
                        choice[at] = place as u32;
                        changed = true;
                    }
                }
            }
        }
        choice
    }

    fn tree_cost(&self, at: At, candidate: &Candidate) -> u64 {
        let moved = match candidate.kind {
            Kind::Fold | Kind::Library => self.moves[at],
            Kind::Map => self.moves[at] / 4,
            _ => 0,
        };
        candidate.own.saturating_add(moved)
    }

    fn chosen(&self, choice: &Choice, at: At) -> Option<&Candidate> {
        self.classes[at].get(choice[at] as usize)
    }

    /// Puts the classes that a choice needs into `work.order`, users before what they use; `None` for a choice that goes in circles.
    fn order(&self, choice: &Choice, work: &mut Work) -> Option<()> {
        work.order.clear();
        work.state.fill(State::New);
        work.open.clear();
        for &root in self.roots.iter().rev() {
            if work.state[root] == State::New {
                work.state[root] = State::Open;
                work.open.push((root, 0));
            }
            while let Some((at, next)) = work.open.pop() {
                let Some(&child) = self.chosen(choice, at)?.children.get(next) else {
                    work.state[at] = State::Done;
                    work.order.push(at);
                    continue;
                };
                work.open.push((at, next + 1));
                match work.state[child] {
                    State::Done => {}
                    State::Open => return None,
                    State::New => {
                        work.state[child] = State::Open;
                        work.open.push((child, 0));
                    }
                }
            }
        }
        work.order.reverse();
        Some(())
    }

    /// The exact cost of a choice; `None` when it goes in circles.
    ///
    /// Maps are fused into the task of their users if those are one task; a task reads each operand in memory once.
    fn cost(&self, choice: &Choice, work: &mut Work) -> Option<u64> {
        self.order(choice, work)?;
        work.users.fill(Users::Nobody);
        work.reads.clear();
        for &root in &self.roots {
            work.users[root] = Users::Several;
        }
        let mut total = 0u64;
        for &at in &work.order {
            let candidate = self.chosen(choice, at)?;
            let task = match (candidate.kind, work.users[at]) {
                (Kind::Map, Users::One(task)) => task,
                _ => at,
            };
            total = total.saturating_add(candidate.own).saturating_add(self.written(at, candidate, task));
            let user = if matches!(candidate.kind, Kind::Map | Kind::Fold) { Users::One(task) } else { Users::Several };
            for &child in &candidate.children {
                let users = &mut work.users[child];
                *users = if matches!(*users, Users::Nobody) || *users == user { user } else { Users::Several };
                if matches!(candidate.kind, Kind::Map | Kind::Fold | Kind::Library) && self.moves[child] > 0 {
                    work.reads.push((task, child));
                }
            }
        }
        work.reads.sort_unstable();
        work.reads.dedup();
        let in_memory = work.reads.iter().filter(|(task, child)| {
            match self.chosen(choice, *child).map(|candidate| candidate.kind) {
                Some(Kind::Map) => work.users[*child] != Users::One(*task),
                Some(Kind::Scalar) | None => false,
                Some(_) => true,
            }
        });
        Some(in_memory.fold(total, |sum, (_, child)| sum.saturating_add(self.moves[*child])))
    }

    /// Cost of putting a result into memory, where it goes there.
    fn written(&self, at: At, candidate: &Candidate, task: At) -> u64 {
        match candidate.kind {
            Kind::Map if task == at => self.moves[at].saturating_add(start_cost()),
            Kind::Fold | Kind::Library => self.moves[at],
            _ => 0,
        }
    }

    /// Takes back each exchange that saves nothing, so that the program stays as it was written where another is not cheaper.
    fn restore(&self, choice: &mut Choice, cost: u64, as_written: &Choice, work: &mut Work) {
        for at in 0..choice.len() {
            let kept = std::mem::replace(&mut choice[at], as_written[at]);
            if kept != as_written[at] && self.cost(choice, work).is_none_or(|again| again > cost) {
                choice[at] = kept;
            }
        }
    }

    /// Exchanges one node at a time while that pays.
    fn exchange(&self, choice: &mut Choice, mut cost: u64, work: &mut Work) -> u64 {
        let mut left = EXCHANGE_WORK;
        loop {
            if self.order(choice, work).is_none() {
                return cost;
            }
            let (order, before) = (work.order.clone(), cost);
            for &at in &order {
                for place in 0..self.classes[at].len() as u32 {
                    let old = std::mem::replace(&mut choice[at], place);
                    if old == place {
                        continue;
                    }
                    match self.cost(choice, work).filter(|&fresh| fresh < cost) {
                        Some(fresh) => cost = fresh,
                        None => choice[at] = old,
                    }
                    left = left.saturating_sub(order.len());
                    if left == 0 {
                        return cost;
                    }
                }
            }
            if cost == before {
                return cost;
            }
        }
    }
}

/// Room that is used again for each choice that is looked at.
struct Work {
    order: Vec<At>,
    state: Vec<State>,
    open: Vec<(At, usize)>,
    users: Vec<Users>,
    reads: Vec<(At, At)>,
}

impl Work {
    fn new(classes: usize) -> Work {
        Work {
            order: Vec::new(),
            state: vec![State::New; classes],
            open: Vec::new(),
            users: vec![Users::Nobody; classes],
            reads: Vec::new(),
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    Open,
    Done,
}

/// Who uses a value.
#[derive(Clone, Copy, PartialEq)]
enum Users {
    Nobody,
    /// One task of maps and folds.
    One(At),
    /// Several, or something that needs it in memory.
    Several,
}

/// Branch and bound over all choices.
struct Search<'e, 'g> {
    extractor: &'e Extractor<'g>,
    best: Choice,
    cost: u64,
    steps: usize,
    work: Work,
}

impl Search<'_, '_> {
    fn run(&mut self) {
        let classes = &self.extractor.classes;
        let free = classes.iter().filter(|candidates| candidates.len() > 1).count();
        if (1..=FREE_CLASSES).contains(&free) {
            let open = self.extractor.roots.clone();
            self.descend(&mut vec![NONE; classes.len()], open, 0);
        }
    }

    /// Decides the next open class in all ways; `sum` is the own cost of what is decided, a lower bound.
    fn descend(&mut self, choice: &mut Choice, mut open: Vec<At>, sum: u64) {
        if self.steps == 0 || sum >= self.cost {
            return;
        }
        self.steps -= 1;
        let at = loop {
            match open.pop() {
                Some(at) if choice[at] != NONE => {}
                Some(at) => break at,
                None => return self.complete(choice),
            }
        };
        let extractor = self.extractor;
        for (place, candidate) in extractor.classes[at].iter().enumerate() {
            let mut next = open.clone();
            next.extend(&candidate.children);
            choice[at] = place as u32;
            self.descend(choice, next, sum.saturating_add(candidate.own));
        }
        choice[at] = NONE;
    }

    fn complete(&mut self, choice: &Choice) {
        if let Some(cost) = self.extractor.cost(choice, &mut self.work).filter(|&cost| cost < self.cost) {
            self.cost = cost;
            self.best = choice.clone();
        }
    }
}

/// A sum that is absent when a part is absent.
trait SumSaturating {
    fn sum_saturating(self) -> Option<u64>;
}

impl<I: Iterator<Item = Option<u64>>> SumSaturating for I {
    fn sum_saturating(mut self) -> Option<u64> {
        self.try_fold(0u64, |sum, part| part.map(|part| sum.saturating_add(part)))
    }
}
