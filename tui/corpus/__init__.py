"""Many articles: tables of who said what, and questions to them."""
