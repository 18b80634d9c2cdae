"""Pages for people: server-rendered, in the design system that their other services have. No page needs
JavaScript."""
