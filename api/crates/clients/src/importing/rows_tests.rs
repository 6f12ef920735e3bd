use super::*;
use kernel::sheet::{Limits, read};

fn sheet(text: &str) -> Sheet {
    read(text.as_bytes(), "客户.csv", &Limits::default()).unwrap()
}

/// Pointer, code and parameters of one fault in a row.
type Said = (String, &'static str, String);

fn outcome(text: &str) -> Vec<(i32, Vec<Said>)> {
    let sheet = sheet(text);
    let layout = Layout::of(&sheet).unwrap();
    let said = |problem: FieldProblem| {
        let params: Vec<_> = problem.params.iter().map(|(k, v)| format!("{k}={v}")).collect();
        (problem.pointer, problem.code.name, params.join(" "))
    };
    layout
        .candidates(&sheet, &People::new())
        .into_iter()
        .map(|c| (c.number, c.input.err().unwrap_or_default().into_iter().map(said).collect()))
        .collect()
}

#[test]
fn a_good_row_becomes_the_request_that_it_means() {
    let sheet = sheet("客户名称 *,客户类型,企业文化,电话\n成都锦川机电,机构,务实,028-85123456\n");
    let layout = Layout::of(&sheet).unwrap();
    let candidates = layout.candidates(&sheet, &People::new());
    let input = candidates[0].input.as_ref().unwrap();
    assert_eq!((candidates[0].number, candidates[0].label.as_str()), (2, "成都锦川机电"));
    assert_eq!(input.traits.culture.as_deref(), Some("务实"));
    assert!(!input.confirm_duplicates);
}

#[test]
fn each_wrong_cell_is_named_by_field_row_and_column() {
    let found =
        outcome("客户名称,kind,employees,telephone\n甲公司,INSTITUTION,许多,不详\n,机构,5,\n");
    let at =
        |pointer: &str, code, column: &str| (pointer.to_owned(), code, format!("column={column}"));
    assert_eq!(found[0], (2, vec![at("/employees", "WRONG_TYPE", "C")]));
    assert_eq!(found[1], (3, vec![at("/name", "REQUIRED", "A")]));
    let found = outcome("客户名称,kind,employees,telephone\n甲公司,INSTITUTION,5,不详\n");
    assert_eq!(found[0].1, vec![at("/telephone", "FORMAT", "D")]);
}

#[test]
fn a_formula_is_no_value() {
    let found = outcome("客户名称,客户类型\n=HYPERLINK(\"http://x\"),机构\n");
    assert_eq!(found[0].1[0].1, "FORMULA");
}

#[test]
fn rows_that_repeat_an_earlier_one_are_found() {
    let code = credit_code::with_check_digit("91510100MA61X4K2").unwrap();
    let text = format!(
        "客户名称,客户类型,统一社会信用代码,电话,非重复的理由\n\
         成都锦川机电有限公司,机构,{code},,\n\
         (成都)锦川机电,机构,{},,\n\
         绵阳同兴,机构,,0816-2345678,\n\
         绵阳和兴,机构,,(0816)2345678,同一园区总机\n\
         绵阳永兴,机构,,0816 2345678,\n",
        code.to_lowercase()
    );
    let found = outcome(&text);
    assert!(found[0].1.is_empty() && found[2].1.is_empty() && found[3].1.is_empty());
    let pointers: Vec<_> = found[1].1.iter().map(|(p, code, _)| (p.as_str(), *code)).collect();
    assert!(pointers.contains(&("/credit_code", "DUPLICATE")), "{pointers:?}");
    assert_eq!(
        found[4].1,
        vec![("/telephone".to_owned(), "DUPLICATE", "row=4 column=D".to_owned())]
    );
}

#[test]
fn headings_must_be_known_distinct_and_enough() {
    let refusal = |text: &str| Layout::of(&sheet(text)).map(|_| ()).unwrap_err();
    assert!(
        matches!(refusal("客户名称,客户类型,口味\n"), Refusal::UnknownColumn { column, .. } if column == "C")
    );
    assert!(matches!(refusal("客户名称,电话\n"), Refusal::ColumnMissing { name: "kind" }));
    let twice = refusal("客户名称,客户类型,Name\n");
    assert!(matches!(twice, Refusal::Sheet(SheetError::DuplicateColumn { .. })));
}
