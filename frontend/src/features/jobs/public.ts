export { JobListPage } from './job-list-page';
export { JobOutcomes } from './job-outcomes';
export { JobPage } from './job-page';
export { JobProgress } from './job-progress';
export { isFinished, type Job, useJob, useJobAction } from './queries';
export { jobSearch } from './search';
