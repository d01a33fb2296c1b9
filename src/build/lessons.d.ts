/** A lesson with the texts of its files, read by `lessonFiles` when the page is built. */
declare module '*/lesson.yaml' {
  const lesson: import('../lessons/lesson').Lesson
  export default lesson
}
