export { ParameterListPage } from './parameter-list-page';
export { ParameterPage } from './parameter-page';
export { RuleListPage } from './rule-list-page';
export { RulePage } from './rule-page';
export { parameterSearch, ruleSearch } from './search';
export { useWords } from './words';
