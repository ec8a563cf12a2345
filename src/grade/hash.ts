/**
 * Version of the graders: part of the key of every stored grade. Raise it when a check, a threshold or the score
 * changes what a drawing gets; stored drawings are then graded again, without a call to a model.
 */
export const GRADER_VERSION = '5';
