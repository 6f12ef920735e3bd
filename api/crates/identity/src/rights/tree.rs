//! The tree of departments, in memory: a company has hundreds, not millions.
use kernel::ids::DepartmentId;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

#[derive(Clone, Debug, Default)]
pub struct Tree {
    parent: HashMap<DepartmentId, DepartmentId>,
    children: HashMap<DepartmentId, Vec<DepartmentId>>,
}

impl Tree {
    #[must_use]
    pub fn of(rows: impl IntoIterator<Item = (DepartmentId, Option<DepartmentId>)>) -> Self {
        let mut tree = Self::default();
        for (id, parent) in rows {
            if let Some(parent) = parent {
                tree.parent.insert(id, parent);
                tree.children.entry(parent).or_default().push(id);
            }
        }
        tree
    }

    /// The department and all below it.
    #[must_use]
    pub fn subtree(&self, root: DepartmentId) -> BTreeSet<Uuid> {
        let mut found = BTreeSet::new();
        let mut open = vec![root];
        while let Some(next) = open.pop() {
            // A department seen before ends the walk: a damaged tree must not hang a sign-in.
            if found.insert(next.0) {
                open.extend(self.children.get(&next).into_iter().flatten());
            }
        }
        found
    }

    /// Whether `id` would stand above itself with `parent` above it.
    #[must_use]
    pub fn would_cycle(&self, id: DepartmentId, parent: DepartmentId) -> bool {
        let mut seen = BTreeSet::new();
        let mut above = Some(parent);
        while let Some(department) = above {
            if department == id || !seen.insert(department) {
                return true;
            }
            above = self.parent.get(&department).copied();
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u128) -> DepartmentId {
        DepartmentId(Uuid::from_u128(n))
    }

    fn company() -> Tree {
        Tree::of([(id(1), None), (id(2), Some(id(1))), (id(3), Some(id(2))), (id(4), Some(id(1)))])
    }

    #[test]
    fn a_subtree_holds_its_root_and_everything_below() {
        let below: Vec<_> = company().subtree(id(2)).into_iter().collect();
        assert_eq!(below, [id(2).0, id(3).0]);
        assert_eq!(company().subtree(id(1)).len(), 4);
        assert_eq!(company().subtree(id(9)).len(), 1);
    }

    #[test]
    fn nothing_can_stand_above_itself() {
        let tree = company();
        assert!(tree.would_cycle(id(1), id(3)));
        assert!(tree.would_cycle(id(2), id(2)));
        assert!(!tree.would_cycle(id(3), id(4)));
    }

    #[test]
    fn a_damaged_tree_ends_the_walk() {
        let tree = Tree::of([(id(1), Some(id(2))), (id(2), Some(id(1)))]);
        assert_eq!(tree.subtree(id(1)).len(), 2);
        assert!(tree.would_cycle(id(3), id(1)));
    }
}
