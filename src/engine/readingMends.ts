export { mendsOf } from './mends'
export { migrations, versioned } from './migrations'
