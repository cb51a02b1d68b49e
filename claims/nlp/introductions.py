"""Remembers who was brought in by a description and not by name: "seorang pejabat", whose name may follow."""

from dataclasses import dataclass, field, replace

from claims.nlp.full_names import strip_article
from claims.values import Sort, Speaker

PATIENCE = 5


@dataclass(slots=True)
class Introductions:
    """The described speaker who waits for a name, and, under the description, those who have got one."""

    named: dict[str, Speaker] = field(default_factory=dict)
    pending: Speaker | None = None
    waited: int = 0

    def begin(self, speaker: Speaker) -> None:
        """A description brings in somebody."""
        self.pending, self.waited = speaker, 0

    def waits_for_person(self) -> bool:
        """Whether a described person has no name yet."""
        return self.pending is not None and self.pending.sort is Sort.UNNAMED

    def waits_as(self, name: str) -> bool:
        """Whether the description that waits for a name is this one."""
        return self.pending is not None and self.pending.name == name

    def meet(self, speaker: Speaker) -> None:
        """The name that follows is that of the described speaker."""
        if self.pending is not None:
            role = strip_article(self.pending.name)
            self.named[self.pending.name] = replace(speaker, role=role, role_span=None)
            self.pending = None

    def pass_by(self, speaker: Speaker) -> None:
        """Somebody speaks: a person, or one too many, and the description waits no longer."""
        self.waited += 1
        if speaker.sort is Sort.PERSON or self.waited > PATIENCE:
            self.pending = None
