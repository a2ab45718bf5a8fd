//! Pages of lists: one row more than wanted is read, which tells whether there is a next page.

use domain::Page;

/// How many rows to read for a page of this size.
pub fn rows_for(limit: u32) -> i64 {
    i64::from(limit) + 1
}

/// The page out of these rows; the next one is asked for by the id of its last item.
pub fn page<T>(mut items: Vec<T>, limit: u32, id: impl Fn(&T) -> String) -> Page<T> {
    let more = items.len() > limit as usize;
    items.truncate(limit as usize);
    let next = items.last().filter(|_| more).map(id);
    Page { items, next }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_the_next_one_where_there_is_one() {
        let of = |rows: &[u32], limit| page(rows.to_vec(), limit, u32::to_string);
        let Page { items, next } = of(&[1, 2, 3], 2);
        assert_eq!((items, next.as_deref()), (vec![1, 2], Some("2")));
        assert_eq!(of(&[1, 2], 2).next, None);
        assert_eq!(rows_for(2), 3);
    }
}
