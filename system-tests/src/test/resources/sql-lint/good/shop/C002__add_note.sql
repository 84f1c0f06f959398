SELECT 'a note says something' AS broken_rule, sale_no FROM sale WHERE note = '';
