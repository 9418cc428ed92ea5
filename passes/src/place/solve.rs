//! Assigns a layout to each buffer such that the sum of costs of single buffers and of pairs is small.
//!
//! Exact by branch and bound where the search stays within a fixed number of nodes, else greedy: improvement of one
//! buffer at a time from several starts. Both give the cost, and a lower bound that no assignment goes below.

/// Number of layouts that a buffer can have.
pub const CHOICES: usize = 4;

/// Nodes of the search tree before we settle for the greedy answer.
const MAX_NODES: usize = 20_000;

/// A cost for each layout of a buffer, or of two.
pub type Unary = [f64; CHOICES];
pub type Pair = [[f64; CHOICES]; CHOICES];

/// Costs over buffers; an infinite cost forbids a choice.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    pub unary: Vec<Unary>,
    /// Pairs of different buffers, the lower number first.
    pub pairs: Vec<(usize, usize, Pair)>,
}

/// How the answer was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Method {
    Exact,
    Greedy,
}

/// An assignment with its cost.
#[derive(Clone, PartialEq, Debug)]
pub struct Solution {
    pub method: Method,
    pub cost: f64,
    pub lower_bound: f64,
    pub choice: Vec<usize>,
}

/// The best assignment that we find.
pub fn solve(problem: &Problem) -> Solution {
    let greedy = greedy(problem);
    exact(problem, &greedy).unwrap_or(greedy)
}

/// The optimum, or nothing when the search grows too large; `start` prunes it.
pub fn exact(problem: &Problem, start: &Solution) -> Option<Solution> {
    let order = by_degree(problem);
    let mut search = Search {
        problem,
        neighbours: neighbours(problem),
        rest: rest_bounds(problem, &order),
        order,
        choice: vec![usize::MAX; problem.unary.len()],
        best: start.clone(),
        nodes: 0,
    };
    search.step(0, 0.0)?;
    let cost = search.best.cost;
    Some(Solution { method: Method::Exact, lower_bound: cost, ..search.best })
}

/// Improvement of one buffer at a time, from every buffer having the same kind of layout.
pub fn greedy(problem: &Problem) -> Solution {
    let neighbours = neighbours(problem);
    let starts = (0..CHOICES).map(|wish| {
        let allowed = |unary: &Unary| if unary[wish].is_finite() { wish } else { least(unary) };
        improve(problem, &neighbours, problem.unary.iter().map(allowed).collect())
    });
    let mut best: Option<Vec<usize>> = None;
    for found in starts {
        if best.as_ref().is_none_or(|best| cost(problem, &found) < cost(problem, best)) {
            best = Some(found);
        }
    }
    let choice = best.unwrap_or_default();
    Solution { method: Method::Greedy, cost: cost(problem, &choice), lower_bound: lower_bound(problem), choice }
}

/// Cost of an assignment.
pub fn cost(problem: &Problem, choice: &[usize]) -> f64 {
    let single: f64 = problem.unary.iter().zip(choice).map(|(unary, &at)| unary[at]).sum();
    let both: f64 = problem.pairs.iter().map(|(a, b, pair)| pair[choice[*a]][choice[*b]]).sum();
    single + both
}

/// What every assignment costs at least: each term at its least.
fn lower_bound(problem: &Problem) -> f64 {
    let single: f64 = problem.unary.iter().map(|unary| unary[least(unary)]).sum();
    let both: f64 = problem.pairs.iter().map(|(_, _, pair)| least_of(pair)).sum();
    single + both
}

fn least(unary: &Unary) -> usize {
    (0..CHOICES).reduce(|best, at| if unary[at] < unary[best] { at } else { best }).unwrap_or(0)
}

fn least_of(pair: &Pair) -> f64 {
    pair.iter().flatten().copied().fold(f64::INFINITY, f64::min)
}

/// For each buffer its pairs, by number.
fn neighbours(problem: &Problem) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new(); problem.unary.len()];
    for (at, (a, b, _)) in problem.pairs.iter().enumerate() {
        found[*a].push(at);
        found[*b].push(at);
    }
    found
}

fn improve(problem: &Problem, neighbours: &[Vec<usize>], mut choice: Vec<usize>) -> Vec<usize> {
    const ROUNDS: usize = 50;
    for _ in 0..ROUNDS {
        let mut changed = false;
        for buffer in 0..choice.len() {
            let local =
                |at: usize| problem.unary[buffer][at] + around(problem, &neighbours[buffer], &choice, buffer, at);
            let mut best = choice[buffer];
            for at in 0..CHOICES {
                if local(at) < local(best) {
                    best = at;
                }
            }
            changed |= best != choice[buffer];
            choice[buffer] = best;
        }
        if !changed {
            break;
        }
    }
    choice
}

/// Costs of a buffer's pairs if it had a layout; pairs with buffers that have none yet are left out.
fn around(problem: &Problem, pairs: &[usize], choice: &[usize], buffer: usize, at: usize) -> f64 {
    let one = |&pair: &usize| {
        let (a, b, costs) = &problem.pairs[pair];
        let other = choice[if *a == buffer { *b } else { *a }];
        match other {
            usize::MAX => 0.0,
            other if *a == buffer => costs[at][other],
            other => costs[other][at],
        }
    };
    pairs.iter().map(one).sum()
}

fn by_degree(problem: &Problem) -> Vec<usize> {
    let degree: Vec<usize> = neighbours(problem).iter().map(Vec::len).collect();
    let mut order: Vec<usize> = (0..problem.unary.len()).collect();
    order.sort_by_key(|&buffer| (usize::MAX - degree[buffer], buffer));
    order
}

/// For each place in the order, what the buffers from there on cost at least.
fn rest_bounds(problem: &Problem, order: &[usize]) -> Vec<f64> {
    let mut place = vec![0; order.len()];
    order.iter().enumerate().for_each(|(at, &buffer)| place[buffer] = at);
    let mut terms: Vec<f64> =
        order.iter().map(|&buffer| problem.unary[buffer][least(&problem.unary[buffer])]).collect();
    for (a, b, pair) in &problem.pairs {
        terms[place[*a].max(place[*b])] += least_of(pair);
    }
    let mut rest = vec![0.0; order.len() + 1];
    for at in (0..order.len()).rev() {
        rest[at] = rest[at + 1] + terms[at];
    }
    rest
}

struct Search<'p> {
    problem: &'p Problem,
    neighbours: Vec<Vec<usize>>,
    rest: Vec<f64>,
    order: Vec<usize>,
    choice: Vec<usize>,
    best: Solution,
    nodes: usize,
}

impl Search<'_> {
    /// Tries all layouts of one buffer; nothing when there are too many nodes.
    fn step(&mut self, depth: usize, so_far: f64) -> Option<()> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return None;
        }
        let Some(&buffer) = self.order.get(depth) else {
            if so_far < self.best.cost {
                self.best = Solution { cost: so_far, choice: self.choice.clone(), ..self.best.clone() };
            }
            return Some(());
        };
        for at in 0..CHOICES {
            let own = self.problem.unary[buffer][at];
            let more = own + around(self.problem, &self.neighbours[buffer], &self.choice, buffer, at);
            if more.is_finite() && so_far + more + self.rest[depth + 1] < self.best.cost {
                self.choice[buffer] = at;
                self.step(depth + 1, so_far + more)?;
                self.choice[buffer] = usize::MAX;
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pseudo-random problems, the same on every run.
    fn problem(buffers: usize, seed: u64) -> Problem {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as f64 % 100.0
        };
        let unary = (0..buffers).map(|_| std::array::from_fn(|_| next())).collect();
        let pairs = (1..buffers).flat_map(|b| [(b / 2, b), (b - 1, b)]).filter(|(a, b)| a < b);
        let pairs = pairs.map(|(a, b)| (a, b, std::array::from_fn(|_| std::array::from_fn(|_| next())))).collect();
        Problem { unary, pairs }
    }

    fn brute_force(problem: &Problem) -> f64 {
        let count = problem.unary.len();
        (0..CHOICES.pow(count as u32))
            .map(|code| {
                cost(problem, &(0..count).map(|at| code / CHOICES.pow(at as u32) % CHOICES).collect::<Vec<_>>())
            })
            .fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn exact_finds_the_optimum_and_greedy_stays_between_the_bounds() {
        for seed in 0..40 {
            let problem = problem(6, seed);
            let greedy = greedy(&problem);
            let exact = exact(&problem, &greedy).expect("a small problem");
            let best = brute_force(&problem);
            assert!((exact.cost - best).abs() < 1e-9, "seed {seed}: {} is not {best}", exact.cost);
            assert!((cost(&problem, &exact.choice) - exact.cost).abs() < 1e-9);
            assert!(greedy.lower_bound <= best + 1e-9 && best <= greedy.cost + 1e-9);
        }
    }

    #[test]
    fn a_search_that_grows_too_large_gives_the_greedy_answer() {
        let problem = problem(200, 1);
        let found = solve(&problem);
        assert_eq!(found.method, Method::Greedy);
        assert!(found.lower_bound <= found.cost);
    }

    #[test]
    fn forbidden_layouts_are_not_chosen() {
        let mut problem = problem(3, 7);
        problem.unary[1] = [5.0, f64::INFINITY, f64::INFINITY, f64::INFINITY];
        assert_eq!(solve(&problem).choice[1], 0);
    }
}
