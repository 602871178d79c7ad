// Counts down in an element and has its page ask the server again: now and then before the end, often after it.
(function () {
  if (window.baosongCountdown) {
    return;
  }

  const BEFORE_END = 15000;
  const AFTER_END = 3000;
  const two = (number) => String(number).padStart(2, '0');

  function say(host, left) {
    const seconds = Math.max(0, Math.ceil(left / 1000));
    host.textContent = two(Math.floor(seconds / 60)) + ':' + two(seconds % 60);
  }

  /** Counts by the browser's steady clock: what time the machine believes it is does not matter. */
  function start(host, milliseconds) {
    const end = performance.now() + milliseconds;
    let asked = performance.now();
    const tick = setInterval(() => {
      if (!host.isConnected) {
        clearInterval(tick);
        return;
      }
      const now = performance.now();
      say(host, end - now);
      const ended = now >= end;
      if (now - asked >= (ended ? AFTER_END : BEFORE_END) || (ended && asked < end)) {
        asked = now;
        host.$server.look();
      }
    }, 500);
  }

  window.baosongCountdown = { start };
})();
