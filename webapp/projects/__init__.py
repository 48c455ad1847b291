"""Projects: what tasks belong to, and who may see and change it. For now each person's Inbox."""
