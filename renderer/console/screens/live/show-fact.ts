/** Opens one held-back fact of the inject on the stage and goes there, once whatever lay over it has closed. */
export function showFact(asked: string): void {
  setTimeout(() => {
    const facts = [...document.querySelectorAll<HTMLDetailsElement>('details[data-asked]')];
    const fact = facts.find(({ dataset }) => dataset.asked === asked);
    if (!fact) return;
    fact.open = true;
    fact.querySelector('summary')?.focus();
  });
}
