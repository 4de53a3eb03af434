/** Runs tasks in the order they came: whoever lets time pass or does work has the world alone. */
export function oneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = last.then(task);
    // A failed turn is its caller's; the next one begins all the same.
    last = turn.catch(() => {});
    return turn;
  };
}
