// Loaded into a process by --import: from then on each SIGUSR2 is a failure nobody catches.
process.on('SIGUSR2', () => {
  setTimeout(() => {
    throw new Error('what the facilitator typed');
  });
});
