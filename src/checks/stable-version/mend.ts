export { migration } from './migration'
