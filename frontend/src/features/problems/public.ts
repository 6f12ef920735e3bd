export { ProblemPage } from './problem-page';
