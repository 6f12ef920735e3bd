export { BoundToSecrecyPage } from './bound-page';
export { MySecrecyPage } from './my-secrecy-page';
export { SecrecyGate } from './secrecy-gate';
