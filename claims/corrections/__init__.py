"""What people decide about reports, names and titles; each decision is kept, shown, and can be taken back."""
