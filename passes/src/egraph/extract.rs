//! Choosing one node per class so that the whole expression is cheapest, shared work counted once.
//!
//! The choice starts from the program as it was written and from a bottom-up one, is improved by single exchanges, and is then
//! proven or replaced by branch and bound where the graph is small enough. It never costs more than the program as it was.

use super::analysis::Graph;
use super::cost::{Kind, Sizes, kind, move_cost, own_cost, start_cost};
use super::language::Node;
use egg::{Id, Language};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Single exchanges that are tried at most, and steps of branch and bound.
const EXCHANGES: usize = 3_000;
const STEPS: usize = 3_000;

/// The node chosen for each class that was looked at.
pub type Choice = BTreeMap<Id, usize>;

/// A graph ready for choosing.
pub struct Extractor<'g> {
    graph: &'g Graph,
    roots: Vec<Id>,
    classes: BTreeMap<Id, Vec<Candidate>>,
    moves: BTreeMap<Id, u64>,
}

/// A node that may be chosen.
struct Candidate {
    node: Node,
    own: u64,
    kind: Kind,
}

/// A choice and its cost, beside the cost of the program as it was.
pub struct Extracted {
    pub choice: Choice,
    pub cost: u64,
    pub before: u64,
}

impl<'g> Extractor<'g> {
    /// Looks at all that the roots reach.
    pub fn new(graph: &'g Graph, roots: &[Id], sizes: Sizes) -> Extractor<'g> {
        let roots: BTreeSet<Id> = roots.iter().map(|&root| graph.find(root)).collect();
        let mut extractor = Extractor {
            graph,
            roots: roots.iter().copied().collect(),
            classes: BTreeMap::new(),
            moves: BTreeMap::new(),
        };
        let mut open: Vec<Id> = extractor.roots.clone();
        while let Some(class) = open.pop() {
            if extractor.classes.contains_key(&class) {
                continue;
            }
            let candidates = extractor.candidates(class, sizes);
            open.extend(candidates.iter().flat_map(|candidate| candidate.node.children.iter().copied()));
            extractor.classes.insert(class, candidates);
            extractor.moves.insert(class, move_cost(graph, class, sizes));
        }
        extractor
    }

    fn candidates(&self, class: Id, sizes: Sizes) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        for node in &self.graph[class].nodes {
            let node = node.clone().map_children(|id| self.graph.find(id));
            let looped = node.children.contains(&class);
            if !looped && found.iter().all(|known| known.node != node) {
                let own = own_cost(self.graph, &node, class, sizes);
                found.push(Candidate { own, kind: kind(&node), node });
            }
        }
        found
    }

    /// The cheapest choice found; `written` are the nodes of the program as it was.
    pub fn extract(&self, written: &BTreeMap<Id, Node>) -> Extracted {
        let bottom_up = self.bottom_up();
        let mut as_written = bottom_up.clone();
        for (class, node) in written {
            let node = node.clone().map_children(|id| self.graph.find(id));
            let place = self.classes.get(class).and_then(|all| all.iter().position(|candidate| candidate.node == node));
            if let Some(place) = place {
                as_written.insert(*class, place);
            }
        }
        let before = self.cost(&as_written).unwrap_or(u64::MAX);
        let (mut best, mut cost) = (as_written, before);
        if let Some(other) = self.cost(&bottom_up).filter(|&other| other < cost) {
            (best, cost) = (bottom_up, other);
        }
        cost = self.exchange(&mut best, cost);
        let mut search = Search { extractor: self, best, cost, steps: STEPS };
        search.run();
        Extracted { choice: search.best, cost: search.cost, before }
    }

    /// The chosen nodes of the classes that a choice needs.
    pub fn nodes(&self, choice: &Choice) -> Option<BTreeMap<Id, Node>> {
        let needed = self.needed(choice)?;
        needed.into_iter().map(|class| Some((class, self.chosen(choice, class)?.node.clone()))).collect()
    }

    /// The cheapest node per class by the sum over the tree below it.
    fn bottom_up(&self) -> Choice {
        let mut costs: BTreeMap<Id, u64> = BTreeMap::new();
        let mut choice = Choice::new();
        let mut changed = true;
        while changed {
            changed = false;
            for (&class, candidates) in &self.classes {
                for (place, candidate) in candidates.iter().enumerate() {
                    let children = candidate.node.children.iter().map(|child| costs.get(child).copied());
                    let Some(below) = children.sum_saturating() else { continue };
                    // A little for each node keeps cycles of free nodes out.
                    let cost = below.saturating_add(self.tree_cost(class, candidate)).saturating_add(1);
                    if costs.get(&class).is_none_or(|&known| cost < known) {
                        costs.insert(class, cost);
                        choice.insert(class, place);
                        changed = true;
                    }
                }
            }
        }
        choice
    }

    fn tree_cost(&self, class: Id, candidate: &Candidate) -> u64 {
        let moved = match candidate.kind {
            Kind::Fold | Kind::Library => self.moves[&class],
            Kind::Map => self.moves[&class] / 4,
            _ => 0,
        };
        candidate.own.saturating_add(moved)
    }

    fn chosen(&self, choice: &Choice, class: Id) -> Option<&Candidate> {
        self.classes.get(&class)?.get(*choice.get(&class)?)
    }

    /// Classes that a choice needs, users before what they use; `None` for a choice that goes in circles.
    fn needed(&self, choice: &Choice) -> Option<Vec<Id>> {
        let mut order = Vec::new();
        let mut state: BTreeMap<Id, bool> = BTreeMap::new();
        let mut open: Vec<(Id, usize)> = Vec::new();
        for &root in &self.roots {
            if let Entry::Vacant(entry) = state.entry(root) {
                entry.insert(false);
                open.push((root, 0));
            }
            while let Some((class, at)) = open.pop() {
                let Some(&child) = self.chosen(choice, class)?.node.children.get(at) else {
                    state.insert(class, true);
                    order.push(class);
                    continue;
                };
                open.push((class, at + 1));
                match state.get(&child) {
                    Some(true) => {}
                    Some(false) => return None,
                    None => {
                        state.insert(child, false);
                        open.push((child, 0));
                    }
                }
            }
        }
        order.reverse();
        Some(order)
    }

    /// The exact cost of a choice; `None` when it goes in circles.
    ///
    /// Maps are fused into the task of their users if those are one task; a task reads each operand in memory once.
    fn cost(&self, choice: &Choice) -> Option<u64> {
        let order = self.needed(choice)?;
        let mut users: BTreeMap<Id, Users> = self.roots.iter().map(|&root| (root, Users::Several)).collect();
        let mut read: BTreeSet<(Id, Id)> = BTreeSet::new();
        let mut total = 0u64;
        for &class in &order {
            let candidate = self.chosen(choice, class)?;
            let task = match (candidate.kind, users.get(&class)) {
                (Kind::Map, Some(Users::One(task))) => *task,
                _ => class,
            };
            total = total.saturating_add(candidate.own).saturating_add(self.written(class, candidate, task));
            for &child in &candidate.node.children {
                self.use_by(&mut users, child, candidate.kind, task);
                if matches!(candidate.kind, Kind::Map | Kind::Fold | Kind::Library) {
                    read.insert((task, child));
                }
            }
        }
        let in_memory = read.iter().filter(|(task, child)| {
            let kind = self.chosen(choice, *child).map(|candidate| candidate.kind);
            match kind {
                Some(Kind::Map) => users.get(child) != Some(&Users::One(*task)),
                Some(Kind::Scalar) | None => false,
                Some(_) => true,
            }
        });
        Some(in_memory.fold(total, |sum, (_, child)| sum.saturating_add(self.moves[child])))
    }

    /// Notes that a task uses a class.
    fn use_by(&self, users: &mut BTreeMap<Id, Users>, class: Id, by: Kind, task: Id) {
        let user = if matches!(by, Kind::Map | Kind::Fold) { Users::One(task) } else { Users::Several };
        let entry = users.entry(class).or_insert(user);
        if *entry != user {
            *entry = Users::Several;
        }
    }

    /// Cost of putting a result into memory, where it goes there.
    fn written(&self, class: Id, candidate: &Candidate, task: Id) -> u64 {
        match candidate.kind {
            Kind::Map if task == class => self.moves[&class].saturating_add(start_cost()),
            Kind::Fold | Kind::Library => self.moves[&class],
            _ => 0,
        }
    }

    /// Exchanges one node at a time while that pays.
    fn exchange(&self, choice: &mut Choice, mut cost: u64) -> u64 {
        let mut left = EXCHANGES;
        loop {
            let Some(order) = self.needed(choice) else { return cost };
            let before = cost;
            for class in order {
                for place in 0..self.classes[&class].len() {
                    let old = choice.insert(class, place);
                    match self.cost(choice).filter(|&fresh| fresh < cost && left > 0) {
                        Some(fresh) => cost = fresh,
                        None => drop(old.map(|old| choice.insert(class, old))),
                    }
                    left = left.saturating_sub(1);
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

/// Who uses a value.
#[derive(Clone, Copy, PartialEq)]
enum Users {
    /// One task of maps and folds.
    One(Id),
    /// Several, or something that needs it in memory.
    Several,
}

/// Branch and bound over all choices.
struct Search<'e, 'g> {
    extractor: &'e Extractor<'g>,
    best: Choice,
    cost: u64,
    steps: usize,
}

impl Search<'_, '_> {
    fn run(&mut self) {
        let free = self.extractor.classes.values().filter(|candidates| candidates.len() > 1).count();
        if (1..=24).contains(&free) {
            let open = self.extractor.roots.clone();
            self.descend(&mut Choice::new(), open, 0);
        }
    }

    /// Decides the next open class in all ways; `sum` is the own cost of what is decided, a lower bound.
    fn descend(&mut self, choice: &mut Choice, mut open: Vec<Id>, sum: u64) {
        if self.steps == 0 || sum >= self.cost {
            return;
        }
        self.steps -= 1;
        let class = loop {
            match open.pop() {
                Some(class) if choice.contains_key(&class) => {}
                Some(class) => break class,
                None => return self.complete(choice),
            }
        };
        for (place, candidate) in self.extractor.classes[&class].iter().enumerate() {
            let mut next = open.clone();
            next.extend(candidate.node.children.iter().copied());
            choice.insert(class, place);
            self.descend(choice, next, sum.saturating_add(candidate.own));
        }
        choice.remove(&class);
    }

    fn complete(&mut self, choice: &Choice) {
        if let Some(cost) = self.extractor.cost(choice).filter(|&cost| cost < self.cost) {
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
