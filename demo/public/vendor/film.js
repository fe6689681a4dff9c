// A stand-in for a film on another company's site: it plays when it is asked to.
/* global document */
const button = document.querySelector('button')
button.addEventListener('click', () => {
  const plays = document.body.toggleAttribute('data-plays')
  button.textContent = plays ? 'Pause' : 'Play'
})
