// The pages work without this. It turns on what GOV.UK Frontend adds: focus on errors, no double presses.
document.body.classList.add("js-enabled", "govuk-frontend-supported");
const { initAll } = await import(document.querySelector("script[data-frontend]").dataset.frontend);
initAll();
for (const button of document.querySelectorAll("[data-prints]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
